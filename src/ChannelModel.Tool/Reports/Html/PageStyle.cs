namespace ChannelModel.Tool.Reports.Html;

/// <summary>The style sheet of a page.</summary>
internal static class PageStyle
{
    public const string Sheet = """
        :root {
          --page: #ffffff; --card: #f4f6f7; --text: #1b2326; --muted: #59666b; --grid: #d5dcde; --accent: #0e545c;
          --warn: #a33a1b; --worse: #b5482a; --better: #2c7d5b;
          --series-0: #0e6e78; --series-1: #e09a2b; --series-2: #6b5ca5; --series-3: #2c7d5b; --series-4: #b5482a; --series-5: #59666b;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #12181a; --card: #1c2427; --text: #e6ecee; --muted: #9fb0b5; --grid: #37454a; --accent: #7fd0c6;
            --warn: #ff9a76; --worse: #f08a68; --better: #6fcf9f;
            --series-0: #5fc1c9; --series-1: #f2bd62; --series-2: #b3a5ea; --series-3: #6fcf9f; --series-4: #f08a68; --series-5: #9fb0b5;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--page); color: var(--text); line-height: 1.5;
          font-family: system-ui, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif;
        }
        h1 { margin: 0; font-size: 1.8rem; line-height: 1.2; }
        h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; border-bottom: 2px solid var(--grid); padding-bottom: .3rem; }
        p { margin: .4rem 0; overflow-wrap: anywhere; }
        .sub, .how, .note, .label { color: var(--muted); }
        .how { font-size: .85rem; overflow-wrap: anywhere; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; margin: 1.2rem 0; }
        .tile { display: flex; flex-direction: column; padding: .9rem 1rem; background: var(--card); border-left: 4px solid var(--accent); color: inherit; text-decoration: none; }
        .tile.warning { border-left-color: var(--warn); }
        .tile strong { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
        .tile.warning strong { color: var(--warn); }
        .tile:focus-visible, .tile:hover { outline: 2px solid var(--accent); }
        .label, .note { font-size: .85rem; overflow-wrap: anywhere; }
        .charts { display: grid; gap: 1.2rem; }
        figure { margin: .8rem 0; }
        figcaption { font-weight: 600; }
        .key { font-weight: 400; font-size: .85rem; margin-left: .8rem; white-space: nowrap; }
        .key::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .35em; }
        .key-0::before { background: var(--series-0); } .key-1::before { background: var(--series-1); } .key-2::before { background: var(--series-2); }
        .key-3::before { background: var(--series-3); } .key-4::before { background: var(--series-4); } .key-5::before { background: var(--series-5); }
        svg { display: block; width: 100%; height: auto; max-width: 45rem; }
        .narrow { display: none; }
        table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .92rem; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--grid); overflow-wrap: anywhere; }
        th { font-weight: 600; }
        td:not(.number) { min-width: 8.5rem; }
        tr.how td { border-bottom: 1px solid var(--grid); padding-top: 0; }
        tr:has(+ tr.how) td { border-bottom: 0; }
        .number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; white-space: nowrap; }
        tr:target { outline: 2px solid var(--accent); }
        @media (max-width: 40rem) {
          body { padding: 1rem; }
          .wide { display: none; }
          .narrow { display: block; }
          thead { display: none; }
          table, tbody, tr, td { display: block; width: 100%; }
          tr { padding: .5rem 0; border-bottom: 1px solid var(--grid); }
          td, tr.how td { border: 0; padding: .15rem 0; }
          td[data-label] { display: flex; justify-content: space-between; gap: 1rem; }
          td[data-label]::before { content: attr(data-label); color: var(--muted); flex: 0 0 38%; text-align: left; }
          td[data-label] > span { text-align: right; }
          .number { white-space: normal; }
          td:not(.number) { min-width: 0; }
          .tiles { grid-template-columns: 1fr; }
        }
        @media print {
          :root {
            --page: #ffffff; --card: #ffffff; --text: #000000; --muted: #444444; --grid: #bbbbbb; --accent: #0e545c; --warn: #a33a1b; --worse: #b5482a; --better: #2c7d5b;
            --series-0: #0e6e78; --series-1: #e09a2b; --series-2: #6b5ca5; --series-3: #2c7d5b; --series-4: #b5482a; --series-5: #59666b;
          }
          body { max-width: none; padding: 0; font-size: 10pt; }
          figure, tr, .tile { break-inside: avoid; }
          h2 { break-after: avoid; }
        }

        """;
}
