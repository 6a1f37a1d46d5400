/// The style of the page: light and dark after the reader's wish, narrow and wide, on paper.
enum ReportStyle {
  static let source = """
    :root {
      color-scheme: light dark;
      --ink: #1c1e21; --soft: #5a6068; --line: #d5d9de; --back: #ffffff; --raised: #f5f6f8;
      --link: #0b5cad; --warn: #8a4b00; --warn-back: #fff5e0; --best: #e8f1fb;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e4e6e9; --soft: #a3a9b1; --line: #3a3f46; --back: #15171a; --raised: #1f2226;
        --link: #7db6f5; --warn: #ffc673; --warn-back: #33270f; --best: #16304d;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; max-width: 84rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem;
      font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back);
    }
    h1 { font-size: 1.75rem; margin: 0; }
    h2 { font-size: 1.35rem; margin: 3rem 0 0.75rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 1.75rem 0 0.5rem; }
    h4 { font-size: 0.95rem; margin: 1.25rem 0 0.25rem; }
    p, ul, pre { max-width: 60rem; }
    p { margin: 0.5rem 0; }
    a { color: var(--link); }
    code, pre { font-family: ui-monospace, monospace; font-size: 0.92em; }
    h1 code { font-size: 1em; }
    pre {
      padding: 0.75rem 1rem; overflow-x: auto; background: var(--raised);
      border: 1px solid var(--line); border-radius: 6px;
    }
    abbr { text-decoration: none; cursor: help; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { position: static; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }
    dl {
      display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.2rem 1.25rem;
      margin: 0.5rem 0;
    }
    dt { color: var(--soft); }
    dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
    .warning {
      padding: 0.5rem 1rem; color: var(--warn); background: var(--warn-back);
      border-left: 4px solid currentColor; border-radius: 3px;
    }
    .scroll {
      max-height: min(62rem, 92vh); overflow: auto; border: 1px solid var(--line); border-radius: 6px;
      width: fit-content; max-width: 100%;
    }
    .scroll:has(> .prose) { max-height: none; }
    table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
    caption {
      position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden;
    }
    th, td { padding: 0.3rem 0.75rem; text-align: left; vertical-align: top; }
    td { border-top: 1px solid var(--line); }
    td { white-space: nowrap; }
    .prose td.text { white-space: normal; max-width: 42rem; }
    .prose td code { overflow-wrap: anywhere; }
    .prose td:first-child code { white-space: nowrap; }
    th { white-space: nowrap; font-weight: 600; background: var(--raised); vertical-align: bottom; }
    th.group { text-align: center; border-left: 1px solid var(--line); }
    thead { position: sticky; top: 0; z-index: 1; }
    .number { text-align: right; }
    td:first-child { position: sticky; left: 0; background: var(--back); }
    tbody tr:hover td { background: var(--raised); }
    td strong { padding: 0 0.2em; border-radius: 3px; background: var(--best); }
    small { color: var(--soft); font-weight: 400; }
    th button {
      all: unset; display: block; width: 100%; cursor: pointer; text-align: inherit;
    }
    th button:focus-visible { outline: 3px solid var(--link); }
    th button:hover { color: var(--link); }
    th button::before, th button::after { display: inline-block; width: 1.1em; font-size: 0.8em; }
    th.number button::before, th.text button::after { content: "\\2002"; }
    th.number[aria-sort=ascending] button::before { content: "▲"; }
    th.number[aria-sort=descending] button::before { content: "▼"; }
    th.text[aria-sort=ascending] button::after { content: " ▲"; }
    th.text[aria-sort=descending] button::after { content: " ▼"; }
    th small { display: block; }
    .filters { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: baseline; }
    .filters { margin: 0.5rem 0; font-size: 0.9rem; color: var(--soft); }
    .filters input, .filters select {
      font: inherit; color: var(--ink); background: var(--back); padding: 0.2rem 0.4rem;
      border: 1px solid var(--soft); border-radius: 4px; max-width: 14rem;
    }
    .notes { font-size: 0.88rem; color: var(--soft); }
    .digits { font-variant-numeric: tabular-nums; font-size: 0.9rem; }
    p + details, div + details { margin-top: 1rem; }
    details { border-bottom: 1px solid var(--line); padding: 0.2rem 0; }
    summary { cursor: pointer; }
    summary h3 { display: inline; margin: 0; font-weight: 500; }
    figure { margin: 1.5rem 0; }
    figcaption { font-size: 0.88rem; color: var(--soft); margin-top: 0.4rem; }
    .paper {
      overflow-x: auto; background: #ffffff; color: #000000; border: 1px solid var(--line);
      border-radius: 6px; width: fit-content; max-width: 100%;
    }
    .paper svg { display: block; height: auto; max-width: 100%; min-width: 34rem; }
    .losses polyline { fill: none; stroke: var(--link); stroke-width: 2; }
    .losses .axis { stroke: var(--line); }
    footer { margin-top: 3rem; font-size: 0.88rem; color: var(--soft); }
    @media (max-width: 40rem) {
      dl { grid-template-columns: 1fr; gap: 0; }
      dd { margin-bottom: 0.4rem; }
    }
    @media print {
      :root {
        color-scheme: light;
        --ink: #000000; --soft: #444444; --line: #bbbbbb; --back: #ffffff; --raised: #ffffff;
        --link: #000000; --best: #ffffff;
      }
      html { font-size: 9pt; }
      body { max-width: none; padding: 0; }
      nav, .skip, .filters, th button::before, th button::after { display: none; }
      .scroll, .paper { max-height: none; overflow: visible; border: none; width: auto; }
      .scroll table { font-size: 7pt; }
      th, td, td.text { padding: 0.1rem 0.3rem; white-space: normal; }
      thead, td:first-child { position: static; }
      thead { display: table-header-group; }
      tr, figure { break-inside: avoid; }
      h2, h3, summary { break-after: avoid; }
      .paper svg { min-width: 0; }
    }

    """
}
