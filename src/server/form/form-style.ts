/** How forms look on paper: A4, parts that stay whole, places for signatures and the seal. */
export const FORM_STYLE = `
@page { size: A4; margin: 14mm 14mm 16mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.5 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #111; background: #fff; }
body { max-width: 182mm; margin: 0 auto; padding: 6mm 0; }
@media print { body { padding: 0; } }
header { text-align: center; border-bottom: 1.5pt solid #111; padding-bottom: 3mm; margin-bottom: 4mm; }
header p { margin: 0; }
h1 { font-size: 17pt; letter-spacing: .12em; margin: 1mm 0; }
.meta { display: flex; justify-content: space-between; }
.urgent { font-weight: 700; border: 1.2pt solid #b00020; color: #b00020; padding: 0 2mm; }
section { break-inside: avoid; margin-bottom: 4mm; }
h2 { font-size: 11pt; margin: 0; padding: 1mm 2mm; background: #eee; border: .5pt solid #555; border-bottom: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: .5pt solid #555; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; min-height: 7mm; }
th { width: 14%; font-weight: 600; background: #fafafa; }
.text { white-space: pre-wrap; min-height: 14mm; }
.signs { display: grid; grid-template-columns: 1fr 1fr 34mm; gap: 4mm; }
.sign { border: .5pt solid #555; height: 36mm; padding: 1.5mm 2mm; position: relative; }
.sign b { display: block; }
.sign img { display: block; max-width: 100%; height: 17mm; object-fit: contain; }
.sign .when { position: absolute; left: 2mm; right: 2mm; bottom: 1.5mm; }
.seal { border: .8pt dashed #999; border-radius: 50%; width: 34mm; height: 34mm; display: grid; place-items: center; color: #999; }
.files { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm; padding: 2mm; border: .5pt solid #555; }
figure { margin: 0; break-inside: avoid; }
figure img { width: 100%; height: 38mm; object-fit: contain; border: .5pt solid #ccc; background: #fafafa; }
figcaption { font-size: 8.5pt; overflow-wrap: anywhere; }
footer { font-size: 7.5pt; color: #555; border-top: .5pt solid #999; padding-top: 1.5mm; overflow-wrap: anywhere; }
`;
