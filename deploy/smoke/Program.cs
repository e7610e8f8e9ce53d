using Federation.Smoke;

try
{
    if (args is not [var jaeger, var folder])
    {
        Console.Error.WriteLine("Usage: federation-smoke http://localhost:16686 RUN_FOLDER");
        return 2;
    }

    using var client = new HttpClient { BaseAddress = new Uri(jaeger), Timeout = TimeSpan.FromSeconds(10) };
    var complaints = await Smoke.Run(new JaegerApi(client), RunFile.Read(folder), Console.Out);
    foreach (var complaint in complaints) Console.Error.WriteLine(complaint);
    return complaints.Count == 0 ? 0 : 1;
}
catch (Exception wrong) when (wrong is IOException or UriFormatException or FormatException)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
{
    Console.Error.WriteLine($"Jaeger does not answer: {gone.Message}");
    return 3;
}
