using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Federation.EndToEnd.Tests.Tracing.Otlp;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>A collector on this machine that keeps every span it is sent, by gRPC and by HTTP.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SpanInbox _inbox = new();

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
        _app.MapGrpcService<SpanInbox>();
        _app.MapPost("/v1/traces", ReceivePosted);
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

    /// <summary>The endpoint for HTTP with protobuf.</summary>
    public string Http { get; private set; } = "";

    public IReadOnlyList<ReceivedSpan> Spans => [.. _inbox.Spans];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<IResult> ReceivePosted(HttpRequest request, SpanInbox inbox)
    {
        using var whole = new MemoryStream();
        var body = request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(request.Body, CompressionMode.Decompress)
            : request.Body;
        await body.CopyToAsync(whole);
        inbox.Take(Sent.Parser.ParseFrom(whole.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}

/// <summary>What was sent; answers gRPC's Export.</summary>
internal sealed class SpanInbox : TraceService.TraceServiceBase
{
    public ConcurrentQueue<ReceivedSpan> Spans { get; } = new();

    public override Task<Taken> Export(Sent request, ServerCallContext context)
    {
        Take(request);
        return Task.FromResult(new Taken());
    }

    public void Take(Sent sent)
    {
        foreach (var resource in sent.ResourceSpans)
            foreach (var span in resource.ScopeSpans.SelectMany(scope => scope.Spans))
                Spans.Enqueue(new ReceivedSpan(resource.Resource, span));
    }
}
