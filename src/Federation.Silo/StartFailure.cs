using System.Net;
using Federation.Storage.Sql;
using Microsoft.AspNetCore.Connections;
using Federation.Contracts.Hosting;

namespace Federation.Silo;

/// <summary>One line for what a person can do something about; anything else is a bug and keeps its stack.</summary>
internal static class StartFailure
{
    public static string? Explain(Exception thrown) => thrown switch
    {
        StoreException or PortTakenException or FormatException => thrown.Message,
        AddressInUseException => $"{StartFailures.PortInUse}: {thrown.Message}",
        HttpListenerException => $"{StartFailures.PrometheusPortInUse}: {thrown.Message}. See "
            + "OTEL_EXPORTER_PROMETHEUS_HOST and OTEL_EXPORTER_PROMETHEUS_PORT (localhost, 9464).",
        IOException => thrown.Message,
        AggregateException { InnerException: { } first } => Explain(first),
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
