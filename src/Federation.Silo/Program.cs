using Federation.Contracts.Hosting;
using Federation.Grains;
using Federation.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Providers;

try
{
    if (args is ["--health", var question])
        return Health.Answer(
            question, LaunchOptions.Read(null, Environment.GetEnvironmentVariable), DateTimeOffset.UtcNow);
    if (args is ["--migrate"])
        return await Migration.Run(LaunchOptions.Read(null, Environment.GetEnvironmentVariable));
    var options = LaunchOptions.Read(OptionsFile(args), Environment.GetEnvironmentVariable);
    var endpoints = Endpoints.Of(options);
    endpoints.RequireFree();
    using var signals = SignalGuard.For(options.Supervision);
    await Migration.BeforeJoining(options);

    using var host = Build(options, endpoints);
    using var status = StatusWriter.Start(options, host.Services);
    if (options.Supervision is Supervision.Attached) StdinWatch.Start(host.Services);
    LastExit.Guard(host);
    await host.RunAsync();
    return 0;
}
catch (OrleansLifecycleCanceledException)
{
    // Told to stop before it had joined: there is nothing to hand over.
    return 0;
}
catch (Exception thrown) when (StartFailure.Explain(thrown) is { } line)
{
    Console.Error.WriteLine(line);
    return 1;
}

static IHost Build(LaunchOptions options, Endpoints endpoints) => SiloHost.Of(options, builder =>
{
    builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LastExit.Orderly);
    builder.Services.AddSingleton<TimeProvider>(new SteadyTime());
    builder.Services.AddSingleton(_ => new SiloGauge(
        options.StatusFile.Length == 0 ? null : AnswerTally.Create(AnswerTally.Beside(options.StatusFile))));
    builder.Logging.AddSiloLog(options);
    builder.AddTelemetry(options);
    builder.UseOrleans(silo =>
    {
        silo.JoinCluster(options, endpoints);
        silo.StoreStates(options);
        silo.AddFederationGrains(new GrainOptions(Stores: options.Durability is Durability.Every));
        silo.Services.AddSingleton<IFatalErrorHandler, FatalExit>();
        silo.Services.AddSingleton(services => new SiloSelf(
            options, endpoints, services.GetRequiredService<SiloGauge>(),
            services.GetRequiredService<ISiloStatusOracle>()));
        silo.Services.AddKeyedSingleton<IControllable>(
            SiloReporter.Name, (services, _) => new SiloReporter(services.GetRequiredService<SiloSelf>().Report));
        SiloReporter.Allow(silo.Services);
    });
});

static string? OptionsFile(string[] args) => args switch
{
    [] => null,
    ["--options", var file] => file,
    _ => throw new FormatException(
        "Usage: federation-silo [--options FILE] | --health ready|live | --migrate; see FEDERATION_* in the README."),
};
