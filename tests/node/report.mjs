// Opens pages of the tool in headless Chromium, at the width of a desk and of a phone, light and dark, and looks for what a person would complain of.
// node report.mjs [--screenshots FOLDER] PAGE.html...
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const args = process.argv.slice(2);
const shots = args[0] === '--screenshots' ? args.splice(0, 2)[1] : null;
const sizes = { desk: { width: 1200, height: 900 }, phone: { width: 390, height: 844 } };
let passed = 0;
let failed = 0;

function check(page, what, problems) {
  const list = Array.isArray(problems) ? problems : problems ? [problems] : [];
  if (list.length === 0) {
    passed++;
  } else {
    failed++;
    console.log(`FAILED ${page}: ${what}: ${list.slice(0, 5).join('; ')}`);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

for (const file of args) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark']) {
      const name = `${path.basename(file)} ${size} ${colorScheme}`;
      const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 });
      const page = await context.newPage();
      const complaints = [];
      page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
      page.on('pageerror', error => complaints.push(error.message));
      page.on('request', request => { if (!request.url().startsWith('file:')) complaints.push('request to ' + request.url()); });
      await page.goto(pathToFileURL(path.resolve(file)).href);
      check(name, 'console and network', complaints);

      const seen = await page.evaluate(() => {
        const visible = element => element.getClientRects().length > 0;
        const charts = [...document.querySelectorAll('svg')].filter(visible);
        const undrawn = charts.filter(chart => {
          const marks = [...chart.querySelectorAll('rect, polyline, polygon, path, ellipse')].filter(mark => !mark.closest('clipPath'));
          return marks.filter(mark => { const box = mark.getBoundingClientRect(); return box.width + box.height > 2; }).length < 3;
        }).map(chart => chart.getAttribute('aria-label'));
        const cut = [];
        for (const chart of charts) {
          const frame = chart.getBoundingClientRect();
          for (const text of chart.querySelectorAll('text')) {
            const box = text.getBoundingClientRect();
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
              cut.push(`'${text.textContent}' in a chart`);
            }
          }
        }
        const width = document.documentElement.clientWidth;
        for (const element of document.querySelectorAll('h1, h2, p, a, span, strong, th, td, figcaption, li, pre, code')) {
          const box = element.getBoundingClientRect();
          if (visible(element) && (box.left < -1 || box.right > width + 1 || (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden'))) {
            cut.push(`'${element.textContent.slice(0, 40)}'`);
          }
        }
        const targets = [...document.querySelectorAll('a[href^="#"]')].filter(link => !document.getElementById(link.getAttribute('href').slice(1))).map(link => link.getAttribute('href'));
        const colour = text => text.match(/[\d.]+/g).slice(0, 3).map(Number);
        const luminance = rgb => rgb.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const style = getComputedStyle(document.body);
        const [a, b] = [luminance(colour(style.color)), luminance(colour(style.backgroundColor))];
        const faint = [];
        for (const element of document.querySelectorAll('.how, .note, .label, .sub, .tile strong')) {
          const one = luminance(colour(getComputedStyle(element).color));
          const contrast = (Math.max(one, b) + 0.05) / (Math.min(one, b) + 0.05);
          if (contrast < 4.5) faint.push(`${element.className || element.tagName} ${contrast.toFixed(2)}`);
        }
        // A font without a character draws the same box for all of them.
        const characters = [...new Set(document.body.innerText.match(/[\u4e00-\u9fff]/g) ?? [])].slice(0, 60);
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 32;
        const pen = canvas.getContext('2d', { willReadFrequently: true });
        pen.font = '24px ' + style.fontFamily;
        const drawn = new Set(characters.map(character => { pen.clearRect(0, 0, 32, 32); pen.fillText(character, 2, 26); return pen.getImageData(0, 0, 32, 32).data.join(); }));
        return {
          charts: charts.length, undrawn, cut, targets, faint, characters: characters.length, glyphs: drawn.size,
          chinese: document.documentElement.lang.startsWith('zh'), overflow: document.scrollingElement.scrollWidth - width,
          contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), dark: b < 0.2, markers: document.documentElement.outerHTML.match(/rgb\(1,[23],\d\)/)?.[0],
        };
      });
      check(name, 'charts drawn', seen.charts === 0 ? 'no chart' : seen.undrawn);
      check(name, 'text not cut', seen.cut);
      check(name, 'no sideways scrolling', seen.overflow > 0 ? `${seen.overflow} pixels too wide` : null);
      check(name, 'links lead somewhere', seen.targets);
      check(name, 'colours of the scheme', seen.dark !== (colorScheme === 'dark') ? 'wrong background' : seen.markers ? 'a marked colour is left: ' + seen.markers : null);
      check(name, 'contrast', seen.contrast < 7 ? `body ${seen.contrast.toFixed(1)}` : seen.faint);
      if (seen.chinese) {
        check(name, 'Chinese glyphs', seen.characters < 20 ? 'hardly any Chinese text' : seen.glyphs < seen.characters ? `${seen.characters - seen.glyphs} of ${seen.characters} characters look alike` : null);
      }

      if (shots && colorScheme === 'light') {
        await page.screenshot({ path: path.join(shots, `${path.basename(file, '.html')}-${size}.png`), fullPage: false });
      }

      await context.close();
    }
  }
}

await browser.close();
console.log(`report pages in a browser: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
