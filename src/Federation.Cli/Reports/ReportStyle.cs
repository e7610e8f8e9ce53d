namespace Federation.Cli.Reports;

/// <summary>How the report looks: on a phone, on a wide screen, in the dark, and on
/// paper.</summary>
internal static class ReportStyle
{
    public const string Sheet =
        """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fdfdfb; --line: #c9ccd1; --quiet: #57606a; --mark: #0a5c8a; --other: #a3500b; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #16191d; --line: #454b54; --quiet: #a6adb7; --mark: #6cb8e6; --other: #f0a35e; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.25rem; line-height: 1.3; margin-top: 2rem; }
        .note, .quiet, caption { color: var(--quiet); } .outcome { font-weight: 600; }
        h3 { font-size: 1.05rem; line-height: 1.3; margin: 0; } figcaption p { margin: .3rem 0; } .assumed { color: var(--quiet); font-size: .9rem; margin: .3rem 0; }
        figure { margin: 2rem 0; break-inside: avoid; } .plot { min-height: 1rem; } .plot svg { max-width: 100%; -webkit-print-color-adjust: exact; print-color-adjust: exact; overflow: visible; margin: .5rem 0; background: none; font: 13px system-ui, sans-serif; color: var(--ink); }
        summary { cursor: pointer; color: var(--mark); padding: .3rem 0; } ol.key { padding-left: 1.6rem; }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding-bottom: .3rem; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; } td { min-width: 4rem; } th { min-width: 2.5rem; }
        tbody th { font-weight: 400; }
        svg { display: block; width: 100%; max-width: 26rem; height: auto; margin: 1rem auto; }
        svg[role=img] text { fill: var(--ink); font-size: 15px; } svg[role=img] .quiet { fill: var(--quiet); } svg .strong { font-weight: 600; }
        .scale { margin: 1.2rem 0; } .track { position: relative; height: 4px; margin: 1rem 10px; background: var(--line); }
        .track, .track i { print-color-adjust: exact; } .track i { position: absolute; } .move { height: 4px; background: var(--mark); }
        .before, .after { display: inline-block; box-sizing: border-box; width: 14px; height: 14px; border: 3px solid var(--mark); border-radius: 50%; background: var(--paper); } .after { background: var(--mark); }
        .track .before, .track .after { top: -5px; margin-left: -7px; } .signs { margin: .3rem 0; display: flex; gap: 1.2rem; flex-wrap: wrap; }
        .ends { margin: .3rem 0; display: flex; justify-content: space-between; gap: 1.5rem; color: var(--quiet); font-size: .9rem; } .ends span + span { text-align: right; }
        .box { fill: none; stroke: var(--line); stroke-width: 1.5; } .owner { fill: none; stroke: var(--mark); stroke-width: 3; }
        .up { stroke: var(--mark); stroke-width: 3; } .down { stroke: var(--line); stroke-width: 3; }
        @media print { :root { --ink: #000; --paper: #fff; --quiet: #333; } main { padding: 0; } .scroll { overflow: visible; margin: .5rem 0; } tr, svg { break-inside: avoid; } h2, h3, caption { break-after: avoid; } summary { display: none; }
                       figure { margin: 1rem 0; break-inside: auto; } figcaption { break-inside: avoid; break-after: avoid; } table, .assumed { font-size: .72rem; line-height: 1.3; } th, td { padding: .12rem .5rem .12rem 0; } td, th { min-width: 0; } tbody th { min-width: 14rem; } ol.key { columns: 2; font-size: .8rem; } section:has(> .more) { display: none; } }
        @media print and (prefers-color-scheme: dark) { :root { --mark: #0a5c8a; --other: #a3500b; --line: #c9ccd1; } }
        """;
}
