import { describe, expect, it } from 'vitest'
import { restore } from '../../../../src/planet/parse/repair/marks.ts'
import { outline } from '../../../../src/planet/parse/repair/outline.ts'
import { publicName } from '../../../../src/planet/parse/xml/private-names.ts'

/** The outline of a document with its texts put back. */
function outlined(text: string): string {
  const { xml, texts } = outline(text)
  const named = xml.replace(/<(\/?)(_\w+)/g, (_, slash, code) => `<${slash}_${publicName(code)}`)
  return restore(named, texts)
}

const item = (inside: string): string => `<rss version="2.0"><channel><item>${inside}</item></channel></rss>`

const CASES: [string, string, string][] = [
  [
    'writes RDF as RSS with its items in the channel',
    '<rdf:RDF><channel><title>t</title></channel><item><link>u</link></item></rdf:RDF>',
    '<rss version="2.0"><channel><_title>t</_title><item><_link>u</_link></item></channel></rss>',
  ],
  [
    'puts the root’s language on the channel',
    '<rss xml:lang="ca"><channel></channel></rss>',
    '<rss version="2.0"><channel xml:lang="ca"><x/></channel></rss>',
  ],
  ['makes a channel where there is none', '<rss><item><link>u</link></item></rss>', item('<_link>u</_link>')],
  ['makes a feed of a lone entry', '<entry><id>1</id></entry>', '<feed><entry><_id>1</_id></entry></feed>'],
  [
    'spells names and prefixes in one way',
    '<RSS xmlns:d="http://purl.org/dc/elements/1.1/"><Channel><ITEM><d:Creator>n</d:Creator></ITEM></Channel></RSS>',
    item('<_dc:creator>n</_dc:creator>'),
  ],
  [
    'knows a namespace declared on the element',
    '<rss><channel><item><keywords xmlns="http://www.itunes.com/dtds/podcast-1.0.dtd">k</keywords></item></channel></rss>',
    item('<_itunes:keywords>k</_itunes:keywords>'),
  ],
  ['closes what was left open', '<rss><channel><item><link>u<guid>g</item>', item('<_link>u</_link><_guid>g</_guid>')],
  ['drops an end that closes nothing', '<rss><channel><item></b><link>u</link></title></item>', item('<_link>u</_link>')],
  [
    'goes on after the channel was closed too early',
    '<rss><channel></channel><item><link>u</link></item></rss>',
    item('<_link>u</_link>'),
  ],
  [
    'quotes attributes, keeps the first of two and drops the unread',
    '<rss><channel><item><guid isPermaLink=false isPermaLink="true" x=1>g</guid></item>',
    item('<_guid ispermalink="false">g</_guid>'),
  ],
  [
    'survives a quote too few',
    '<rss><channel><item><guid isPermaLink="false>g</guid><link>u</link></item>',
    item('<_guid ispermalink="false">g</_guid><_link>u</_link>'),
  ],
  ['escapes what is no markup', '<rss><channel><item><link>a?b&c < d</link></item>', item('<_link>a?b&amp;c &lt; d</_link>')],
  [
    'takes a text as it stands in CDATA',
    '<rss><channel><item><title><![CDATA[a <b>&amp;</b>]]></title></item>',
    item('<_title>a <b>&amp;</b></_title>'),
  ],
  [
    'decodes an escaped text once',
    '<rss><channel><item><title>a &lt;b&gt;&amp;amp;</title></item>',
    item('<_title>a <b>&amp;</_title>'),
  ],
  [
    'keeps markup in its order',
    '<feed><entry><summary>one <b>two</b> three</summary></entry></feed>',
    '<feed><entry><_summary inline="yes">one <b>two</b> three</_summary></entry></feed>',
  ],
  [
    'ends a text that was never closed before the next field',
    '<rss><channel><item><title>a <description>b</description></item>',
    item('<_title>a </_title><_description>b</_description>'),
  ],
  [
    'ends an open CDATA with its element',
    '<rss><channel><item><description><![CDATA[one</description></item><item><description><![CDATA[two]]></description></item>',
    '<rss version="2.0"><channel><item><_description>one</_description></item><item><_description>two</_description></item></channel></rss>',
  ],
  [
    'leaves out what nobody reads',
    '<rss><channel><item><media:thumbnail url="x"/><geo><title>no</title></geo><link>u</link></item>',
    item('<_link>u</_link>'),
  ],
  [
    'leaves out scripts',
    '<rss><channel><item><script>if (a < b) write("</b>")</script><link>u</link></item>',
    item('<_link>u</_link>'),
  ],
  [
    'steps over what a template language left',
    '<rss><cfoutput><channel><title>t</title></channel></cfoutput></rss>',
    '<rss version="2.0"><channel><_title>t</_title></channel></rss>',
  ],
]

describe('the outline of a feed', () => {
  for (const [name, given, written] of CASES) it(name, () => expect(outlined(given)).toBe(written))
})
