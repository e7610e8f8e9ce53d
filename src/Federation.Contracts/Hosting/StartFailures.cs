namespace Federation.Contracts.Hosting;

/// <summary>Beginnings of lines a silo that cannot start writes, for whoever started it.</summary>
public static class StartFailures
{
    /// <summary>Followed by the address; worth another try with another port.</summary>
    public const string PortInUse = "Port in use";

    /// <summary>Followed by the address; somebody chose this port, so no other is tried.</summary>
    public const string DashboardPortInUse = "The dashboard's port is in use";

    /// <summary>Followed by what the system says.</summary>
    public const string PrometheusPortInUse = "Prometheus cannot be answered";
}
