/// How pages look: on a screen, on a phone, in high contrast and on paper.
enum StyleSheet {
  /// All rules; the first block holds the colours, which an organisation can set to its own.
  static func rules(footer: String) -> String {
    colours + text + tables + charts + narrow + forced + print(footer: footer)
  }

  private static let colours = """
    :root{color-scheme:light;--ink:#1a1a1a;--muted:#595959;--axis:#767676;--grid:#ddd;--panel:#f5f6f7;
    --base:#1f1f1f;--a:#0b4f8a;--b:#b34e0a;--c:#149c88;--p0:#d4e3f0;--p1:#86afd3;--p2:#2f6fa8;--p3:#082f56;
    --advice:#8a5a00;--advice-ground:#fff4d6}

    """

  private static let text = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;padding:0 16px 48px;background:#fff;color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",
    "Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
    main,header,footer,nav{max-width:692px;margin:0 auto}
    main{display:block}
    h1{font-size:28px;line-height:1.2;margin:24px 0 4px}
    h2{font-size:22px;line-height:1.25;margin:40px 0 8px}
    h3{font-size:18px;line-height:1.3;margin:24px 0 4px}
    p,ul,dl{margin:0 0 12px;max-width:66ch}
    ul{padding-left:20px}
    a{color:var(--a)}
    :focus-visible{outline:3px solid var(--a);outline-offset:2px}
    .skip{position:absolute;left:-9999px}
    .skip:focus{left:16px;top:8px;background:#fff;padding:8px;z-index:1}
    .kicker,.subtitle,.note{color:var(--muted)}
    .subtitle{margin-bottom:8px}
    .note{font-size:14px}
    .headline{font-size:22px;line-height:1.35;margin:16px 0 8px;font-weight:600;max-width:54ch}
    .line{display:block;margin:0 0 8px}.line+.line{font-weight:400;font-size:18px}
    .model{border-left:4px solid var(--axis);padding-left:12px}
    .advice{background:var(--advice-ground);border-left:4px solid var(--advice);padding:12px 16px;margin:16px 0}
    .advice p{margin:0}
    article+article{border-top:2px solid var(--ink);margin-top:56px}
    code{font:14px/1.4 ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}
    nav a{display:inline-block;padding:2px 0;min-height:24px}
    .tiles{list-style:none;padding:0;margin:16px 0;max-width:none;display:grid;
    grid-template-columns:repeat(5,1fr);gap:8px}
    .tiles.few{grid-template-columns:repeat(3,1fr)}.tiles.few .name{min-height:0}
    .tiles li{background:var(--panel);border-top:3px solid var(--base);padding:8px 10px 10px;min-width:0}
    .tiles .name{display:block;font-size:14px;line-height:1.3;min-height:3.9em;hyphens:auto}
    .tiles .value{display:block;font-size:18px;letter-spacing:-.01em;line-height:1.4;font-weight:600;overflow-wrap:normal;
    font-variant-numeric:tabular-nums}
    .tiles .more{display:block;font-size:14px;line-height:1.35;color:var(--muted)}

    """

  private static let tables = """
    .scroll{overflow-x:auto;max-width:100%;margin:8px 0 16px}
    table{border-collapse:collapse;font-size:14px;line-height:1.4;font-variant-numeric:tabular-nums;
    min-width:100%}
    caption{text-align:left;font-weight:600;padding:4px 0;overflow-wrap:normal}
    caption span{display:block;position:sticky;left:0;max-width:min(66ch,calc(100vw - 32px))}
    th,td{padding:4px 8px;border-bottom:1px solid var(--grid);vertical-align:top;text-align:left}
    th:first-child{padding-left:0}
    thead th{border-bottom:1px solid var(--ink);vertical-align:bottom;overflow-wrap:normal}
    tbody th{font-weight:400}
    th.figure,td.figure{text-align:right;white-space:nowrap}
    thead th.figure{white-space:normal}
    tr.section th{font-weight:600;padding-top:12px}
    td.words,th.words{min-width:9em}
    td .sub,th .sub{display:block;color:var(--muted)}
    table code{overflow-wrap:anywhere;font-size:13px}
    .t0{background:#fff}.t1{background:#eef4f9}.t2{background:#d4e3f0}.t3{background:#b3cde4}
    .t4{background:#86afd3}.t5{background:#2f6fa8;color:#fff}.t6{background:#1b5183;color:#fff}
    .t7{background:#082f56;color:#fff}
    td.marked{outline:3px solid var(--ink);outline-offset:-3px;font-weight:700}
    summary{cursor:pointer;min-height:24px;padding:2px 0;color:var(--a);text-decoration:underline}

    """

  private static let charts = """
    figure{margin:24px 0}
    figcaption{max-width:66ch;margin:4px 0 8px}
    svg{display:block;font-size:13px;overflow:visible}
    svg.narrow{display:none}
    .key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:2px 16px;font-size:14px;margin:0 0 8px}
    .key li{display:flex;align-items:center;gap:6px}
    .swatch{flex:none}
    .ink{fill:var(--ink)}.strong{fill:var(--ink);font-weight:600}.muted{fill:var(--muted)}
    .on-light{fill:#1a1a1a}.on-dark{fill:#fff}
    .axis{stroke:var(--axis);stroke-width:1}.grid{stroke:var(--grid);stroke-width:1}
    .reference{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:5 3}
    .p0,.p1,.p2,.p3{stroke:#595959;stroke-width:1}
    .p0{fill:var(--p0)}.p1{fill:var(--p1)}.p2{fill:var(--p2)}.p3{fill:var(--p3)}
    .m0{fill:var(--base)}.m1{fill:var(--a)}.m2{fill:var(--b)}.m3{fill:var(--c)}
    .hollow{fill:#fff;stroke:var(--base);stroke-width:2}
    .interval{stroke-width:2}.i0{stroke:var(--base)}.i1{stroke:var(--a)}.i2{stroke:var(--b)}.i3{stroke:var(--c)}
    .span{fill:#e6e6e6}.bar{fill:var(--p1);stroke:#595959;stroke-width:1}.chance{fill:#767676}
    .band{fill:var(--base);fill-opacity:.12;stroke:var(--base);stroke-width:1;stroke-opacity:.4}
    .series{fill:none;stroke:var(--base);stroke-width:2.5}.thread{fill:none;stroke:var(--axis);stroke-width:1}
    .mark{stroke:var(--p2);stroke-width:1.5}

    """

  private static let narrow = """
    @media (max-width:723px){
    svg.wide{display:none}svg.narrow{display:block}
    h1{font-size:24px}h2{font-size:20px}.headline{font-size:19px}
    .tiles{grid-template-columns:1fr 1fr}.tiles .name{min-height:0}
    .scroll th:first-child{position:sticky;left:0;background:#fff;max-width:10em;min-width:10em;z-index:1;
    overflow-wrap:break-word;hyphens:auto}
    tr.section th{max-width:none!important}
    }

    """

  private static let forced = """
    @media (forced-colors:active){
    .ink,.strong,.muted,.on-light,.on-dark{fill:CanvasText}
    .axis,.grid,.reference,.interval,.series,.thread,.mark{stroke:CanvasText}
    .p0,.p1,.p2,.p3,.bar,.chance,.span{fill:Canvas;stroke:CanvasText}
    .m0,.m1,.m2,.m3{fill:CanvasText}
    }

    """

  private static func print(footer: String) -> String {
    """
    @page{size:A4 portrait;margin:15mm 16mm;@bottom-left{content:\(footer);font:9pt Arial,sans-serif;color:#595959}
    @bottom-right{content:counter(page) " / " counter(pages);font:9pt Arial,sans-serif;color:#595959}}
    @media print{
    body{font-size:10.5pt;line-height:1.35;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    main,header,footer{max-width:none}
    nav,.skip,.screen{display:none}
    svg.wide{display:block}svg.narrow{display:none}
    h1{font-size:20pt;margin-top:0}h2{font-size:13pt;margin:8pt 0 2pt}h3{font-size:11.5pt;margin-top:6pt}
    .headline{font-size:12.5pt;margin:6pt 0 4pt;max-width:none}
    .line{margin-bottom:3pt}.line+.line{font-size:11pt}
    p,ul{margin-bottom:4pt;max-width:none}.subtitle{margin-bottom:3pt}.advice{padding:4pt 8pt;margin:4pt 0}
    figure{margin:4pt 0}th,td{padding:2pt 5pt}.scroll{margin:3pt 0 6pt}
    .tiles{margin:4pt 0;grid-template-columns:repeat(5,1fr)}.tiles .value{font-size:14pt}
    .tiles .name,.tiles .more,table,.note,.key{font-size:9pt}
    h2,h3,caption,summary{break-after:avoid}
    figure svg,tr,.tiles,.advice{break-inside:avoid}
    thead{display:table-header-group}
    .scroll{overflow:visible}
    td.words .sub{display:inline;margin-left:4pt}caption span{position:static;max-width:none}
    summary{color:var(--ink);text-decoration:none}
    details::details-content{content-visibility:visible;block-size:auto}
    .break{break-before:page}
    }

    """
  }
}
