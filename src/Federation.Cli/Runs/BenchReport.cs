using System.Collections.Immutable;

namespace Federation.Cli.Runs;

/// <summary>What waves cost on this machine: the document of <c>bench</c>.</summary>
/// <param name="Machine">Processor, cores, memory, system and runtime, a phrase.</param>
/// <param name="Load">Average number of running processes beside it in the minute before it began; null where the
/// system does not say.</param>
public sealed record BenchReport(string Machine, double? Load, ImmutableArray<BenchRow> Rows);

/// <summary>One thing measured at one size. Ratios hold on any machine; times only on this one.</summary>
/// <param name="Silos">0 for what runs in the console's own process.</param>
/// <param name="CpuMicrosPerCircle">Of all silos; for a bare wave and the plain loop of one wave, for founding and a
/// consent wave of two: up and down.</param>
/// <param name="BytesPerCircle">Memory the silos gained while they did it the first time.</param>
/// <param name="RatioToBareWave">To as many bare waves: one, or two.</param>
/// <param name="RatioToPlainLoop">To the bare wave's arithmetic in one plain loop, once.</param>
/// <param name="Objecting">Share of circles that objected when first asked; null where nobody is asked.</param>
public sealed record BenchRow(
    string Name, long Circles, int Silos, double WallSeconds, double CpuMicrosPerCircle, double BytesPerCircle,
    double RatioToBareWave, double RatioToPlainLoop, double? Objecting = null);
