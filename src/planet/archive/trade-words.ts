/**
 * Words that sell, by trade, in the languages of the blogs we read and in those of the trade: what stands on lapsed domains. Written as
 * `tradeWords` compares them: small letters without accents, ё as е. Single words only where no teacher needs them: "préstamo" is also
 * what a library does, "apuesta" a plan, "XXX" a thirtieth birthday; so those stand here in company.
 */
const TRADES: Record<string, string[]> = {
  gambling: [
    'casino(?:s|ul)? (?:online|en ligne|en linea|bonus|games?|sites?|en vivo|sin deposito|bonusu)',
    '(?:online|best|mejores|nuevos|live|crypto|bitcoin|onlayn|uu? ?tin) casinos?',
    'casino',
    'cazino|kasino|казино',
    'slots?(?: machine| game| online| gacor|s online)s?',
    'tragaperras|tragamonedas|caca.niqueis|escurabutxaques',
    'gacor|togel|judi|maxwin|scatter hitam|bandar bola',
    'bahis|iddaa|deneme bonusu|rulet siteleri',
    'sportsbook|bookmakers?|betting (?:site|tips?|odds)s?|sports? betting|bet now',
    'apuestas deportivas|casas? de apuestas|apostes esportives|apostas (?:esportivas|online)|scommesse',
    'букмекер\\p{L}*|ставки на спорт|игровы[ех] автомат\\p{L}*|фриспин\\p{L}*|вулкан (?:казино|удачи)',
    'jackpots?|free spins?|giros gratis|tiradas gratis|tours gratuits|roulette|ruleta en vivo|blackjack|baccarat|poker online|online poker',
    'no deposit bonus|welcome bonus|bono de bienvenida|bonus de bienvenue',
  ],
  pharmacy: [
    'viagra|cialis|levitra|kamagra|sildenafil|tadalafil|tramadol|xanax|ambien|modafinil|oxycontin|phentermine',
    '(?:online|canadian|cheap) pharmac(?:y|ies)|without (?:a )?prescription|no prescription|buy generic',
    'sin receta|sense recepta|sans ordonnance|senza ricetta|sem receita|без рецепта|виагр\\p{L}+|сиалис\\p{L}*',
    'farmacia online|pharmacie en ligne|erectile|disfuncion erectil|weight loss pills?|pastillas para adelgazar|keto gummies|cbd (?:gummies|oil)',
  ],
  loans: [
    'payday loans?|personal loans?|quick loans?|instant loans?|bad credit|loans? online|no credit check|apply for (?:a )?loan',
    'prestamos? (?:rapidos?|personal(?:es)?|online|urgentes?)|mini ?creditos?|creditos? (?:rapidos?|online|al instante)',
    'prestecs? rapids?|credit(?:s)? rapide|pret personnel|prestiti (?:online|veloci)|emprestimos? (?:rapido|online|pessoal)',
    'микрозайм\\p{L}*|займ\\p{L}* (?:онлайн|на карту|без отказа)|кредит\\p{L}* (?:онлайн|наличными|без справок)|быстры[ей] (?:займ|кредит)\\p{L}*',
    'forex|binary options?|crypto trading|trading bots?|passive income|opciones binarias',
  ],
  adult: [
    'porn\\p{L}*|порн\\p{L}+|sex ?cams?|cam ?girls?|escorts?|onlyfans|hentai|milfs?|adult dating|hookups?|sex chat|nude',
    'эскорт\\p{L}*|проститут\\p{L}+|секс знакомств\\p{L}+|scorts?|putas?|chicas de compania|citas adultos',
  ],
  essays: [
    'essay (?:writing )?services?|(?:buy|custom|cheap|order) (?:an |your )?(?:essays?|papers?|dissertations?)|write my (?:essay|paper|thesis)',
    'paper writers?|essay writers? online|do my homework|dissertation (?:help|writing)|term papers? for sale|plagiarism.free (?:essays?|papers?)',
    'comprar (?:tfg|tfm|ensayos?|trabajos?)|hacer mi (?:tarea|tfg|trabajo)|tfg por encargo|trabajos? por encargo|encarrec de treballs',
    '(?:курсов\\p{L}+|диплом\\p{L}*|реферат\\p{L}*|контрольн\\p{L}+) (?:на заказ|под заказ|недорого|купить)|(?:заказать|купить) (?:курсовую|диплом|реферат|диссертацию)',
  ],
  shops: [
    'replica (?:watch(?:es)?|bags?|shoes)|cheap (?:jerseys?|watches|bags|shoes)|designer (?:handbags?|bags)|louis vuitton|michael kors|air jordans?|ray.ban outlet',
    'free shipping|buy now|add to cart|best price|discount codes?|coupon codes?|limited offer|order today|% off|factory outlet|wholesale price',
    'envio gratis|compra ahora|mejor precio|oferta limitada|codigo de descuento|livraison gratuite|spedizione gratuita|frete gratis',
    '送料無料|激安|通販|ブランド|コピー品|批发|купить недорого|бесплатная доставка|скидк\\p{L} до|оптом от',
  ],
  links: [
    'seo (?:services?|agency|company|expert)|backlinks?|link building|guest post(?:ing)? (?:service|site)s?|domain authority|rank (?:higher|on google)|buy (?:followers|likes|traffic|instagram)',
    'domain (?:name )?(?:is |may be )?for sale|buy this domain|this domain|parked domain|dominio en venta|домен продается|premium domains?|make an offer|sedo|related searches',
    'comprar seguidores|накрутка|раскрутка сайт\\p{L}+|продвижение сайт\\p{L}+',
  ],
}

const WORDS = Object.values(TRADES).map((lists) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${lists.join('|')})(?![\\p{L}])`, 'gu'))

/** How many different words of trade stand in a text: of gambling, pharmacies, loans, adult pages, essay mills, shops and link farms. */
export function tradeWords(text: string): number {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0_-]+/g, ' ')
  return WORDS.reduce((sum, words) => sum + new Set(plain.match(words)).size, 0)
}
