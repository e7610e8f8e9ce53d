using System.Text;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Chance;

/// <summary>Numbers that key draws, derived from names.</summary>
public static class Keys
{
    /// <summary>The first eight bytes, big-endian, of the SHA-256 of a name in UTF-8.</summary>
    public static ulong Of(string name) => Digest.Of(Encoding.UTF8.GetBytes(name)).Head;
}
