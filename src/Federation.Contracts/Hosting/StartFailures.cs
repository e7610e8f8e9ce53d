namespace Federation.Contracts.Hosting;

/// <summary>Beginnings of lines a silo that cannot start writes, for whoever started it.</summary>
public static class StartFailures
{
    /// <summary>Followed by the address; worth another try with another port.</summary>
    public const string PortInUse = "Port in use";
}
