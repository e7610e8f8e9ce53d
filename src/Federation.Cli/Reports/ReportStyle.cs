namespace Federation.Cli.Reports;

/// <summary>How the report looks: on a phone, on a wide screen, in the dark, and on
/// paper.</summary>
internal static class ReportStyle
{
    public const string Sheet =
        """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fdfdfb; --line: #c9ccd1; --quiet: #57606a; --mark: #0a5c8a; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #16191d; --line: #454b54; --quiet: #a6adb7; --mark: #6cb8e6; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.25rem; line-height: 1.3; margin-top: 2rem; }
        .note, .quiet, caption { color: var(--quiet); } .outcome { font-weight: 600; }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding-bottom: .3rem; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        tbody th { font-weight: 400; }
        svg { display: block; width: 100%; height: auto; margin: 1rem 0; }
        svg text { fill: var(--ink); font-size: 15px; } svg .quiet { fill: var(--quiet); } svg .strong { font-weight: 600; }
        .axis { stroke: var(--line); stroke-width: 4; } .move { stroke: var(--mark); stroke-width: 4; }
        .before { fill: var(--paper); stroke: var(--mark); stroke-width: 3; } .after { fill: var(--mark); }
        .box { fill: none; stroke: var(--line); stroke-width: 1.5; } .owner { fill: none; stroke: var(--mark); stroke-width: 3; }
        .up { stroke: var(--mark); stroke-width: 3; } .down { stroke: var(--line); stroke-width: 3; }
        @media print { :root { --ink: #000; --paper: #fff; --quiet: #333; } section { break-inside: avoid; } .scroll { overflow: visible; } }
        """;
}
