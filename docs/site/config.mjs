import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Stands in the staging folder as .vitepress/config.mjs; see build.
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const title = file => readFileSync(path.join(root, file), 'utf8').match(/^# (.*)$/m)?.[1] ?? file;
const pages = folder => readdirSync(path.join(root, folder))
  .filter(name => name.endsWith('.md') && name !== 'index.md')
  .sort()
  .map(name => ({ text: title(path.join(folder, name)), link: '/' + path.posix.join(folder, name.slice(0, -3)) }));

export default {
  title: 'ChannelModel',
  description: 'Sales channels for .NET, in exact numbers',
  cleanUrls: false,
  lastUpdated: false,
  // Rule files, data and source are links into the repository, not pages.
  ignoreDeadLinks: [/\.(json|csv|txt|svg|png)$/, /\.github/, /LICENSE/, /^\.?\/?(src|tests|benchmarks|docs\/plans|docs\/data)/, /localhost/],
  themeConfig: {
    search: { provider: 'local' },
    nav: [{ text: 'Guide', link: '/docs/commissions' }, { text: 'Reference', link: '/reference/' }, { text: '中文', link: '/README.zh-CN' }],
    sidebar: [
      { text: 'Guide', items: [{ text: 'Start', link: '/' }, ...pages('docs')] },
      { text: 'Decisions', collapsed: true, items: pages('docs/decisions') },
      { text: 'Reference', link: '/reference/' },
    ],
  },
};
