using System.IO.Compression;
using System.Net;
using System.Text;
using Federation.EndToEnd.Tests.Tracing.Otlp;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>A collector on this machine that keeps every span, figure and log line it is sent: by gRPC, and
/// by HTTP in protobuf or in JSON.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Inbox _inbox = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(_inbox);
        _app = builder.Build();
        _app.MapGrpcService<SpanService>();
        _app.MapGrpcService<FigureService>();
        _app.MapGrpcService<LineService>();
        _app.MapPost("/v1/traces", request => Receive(request, Sent.Parser, _inbox.Take));
        _app.MapPost("/v1/metrics", request => Receive(request, SentFigures.Parser, _inbox.Take));
        _app.MapPost("/v1/logs", request => Receive(request, SentLines.Parser, _inbox.Take));
        JaegerPages.Map(_app, () => _inbox.Spans);
    }

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._app.StartAsync();
        var addresses = receiver._app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (receiver.Grpc, receiver.Http) = (addresses[0], addresses[1]);
        return receiver;
    }

    /// <summary>The endpoint for gRPC.</summary>
    public string Grpc { get; private set; } = "";

    /// <summary>The endpoint for HTTP; it serves Jaeger's pages too.</summary>
    public string Http { get; private set; } = "";

    public IReadOnlyList<ReceivedSpan> Spans => [.. _inbox.Spans];

    /// <summary>What each silo last said of each figure.</summary>
    public IReadOnlyList<ReceivedFigure> Figures => _inbox.LastFigures();

    public IReadOnlyList<ReceivedLine> Lines => [.. _inbox.Lines];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task Receive<T>(HttpContext http, MessageParser<T> parser, Action<T> take)
        where T : class, IMessage<T>, new()
    {
        using var whole = new MemoryStream();
        var body = http.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
            : http.Request.Body;
        await body.CopyToAsync(whole);
        take(http.Request.ContentType == "application/json"
            ? OtlpJson.Parse(parser, Encoding.UTF8.GetString(whole.ToArray()))
            : parser.ParseFrom(whole.ToArray()));
        await Results.Bytes([], http.Request.ContentType).ExecuteAsync(http);
    }
}
