import { plain } from '../planet/html/text.ts'
import { element } from './markup.ts'
import type { FeedBlog, FeedScope } from './scope.ts'

/** The active blogs of a scope as OPML 2.0, for readers and other planets to subscribe to by the blogs' own feeds. */
export function opmlOf(scope: FeedScope): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    ' <head>',
    `  ${element('title', {}, scope.title)}`,
    `  ${element('docs', {}, 'https://opml.org/spec2.opml')}`,
    ' </head>',
    ' <body>',
    ...scope.blogs.map((blog) => `  ${outline(blog)}`),
    ' </body>',
    '</opml>',
    '',
  ].join('\n')
}

function outline({ blog, source }: FeedBlog): string {
  const category = [...blog.subjects, ...blog.levels].map((topic) => `/${topic}`).join(',')
  return element('outline', {
    type: 'rss',
    text: source.title,
    title: source.title,
    description: blog.description === undefined ? undefined : plain(blog.description),
    xmlUrl: source.feed,
    htmlUrl: source.site,
    language: blog.language,
    category: category === '' ? undefined : category,
  })
}
