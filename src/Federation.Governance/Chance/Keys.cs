using System.Security.Cryptography;
using System.Text;

namespace Federation.Governance.Chance;

/// <summary>Numbers that key draws, derived from names.</summary>
public static class Keys
{
    /// <summary>The first eight bytes, big-endian, of the SHA-256 of a name in UTF-8.</summary>
    public static ulong Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
