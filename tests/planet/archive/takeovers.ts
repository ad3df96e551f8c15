/** What stands under an address after somebody else took it over. Our own writing, after what such feeds are like. */
export type Takeover = {
  name: string
  /** The sample blog whose address it was. */
  was: string
  title: string
  host?: string
  author?: string
  /** Where its texts link to, where they do. */
  links?: string[]
  /** Title, text; one string each, parted by a bar. */
  texts: string[]
}

export const TAKEOVERS: Takeover[] = [
  {
    name: 'casino in English on a Spanish blog',
    was: 'el-almendral',
    title: 'Best Casino Guide',
    author: 'admin',
    links: ['https://spin.example.net/', 'https://bonus.example.biz/'],
    texts: [
      'Best online casinos this week|Our experts compare every welcome bonus and tell you where free spins are really free.',
      'How to win at live roulette|The wheel has no memory, but the jackpot has a schedule. Read which tables pay.',
      'No deposit bonus codes|Play slots online without a payment and keep what the free spins bring.',
      'Blackjack in ten steps|Learn the table, count your chips and take the welcome bonus before it ends.',
      'Sports betting for beginners|A bookmaker lives from those who guess. We show you the betting odds that do not.',
      'Mobile casino games|The best online casino in your pocket, with a jackpot every night.',
    ],
  },
  {
    name: 'casino under the old title and author',
    was: 'number-line',
    title: 'The Number Line',
    author: 'keep',
    texts: [
      'Why players choose this casino|Free spins on Monday, a jackpot on Friday and a welcome bonus in between.',
      'Slot machines explained|What an online casino does not tell you about slots online and how the jackpot grows.',
      'Poker online tonight|A table for everybody, a welcome bonus for the quick ones and blackjack for the rest.',
      'Betting tips for the weekend|Three matches, three bookmakers, one casino bonus that covers them all.',
    ],
  },
  {
    name: 'Russian casino on a Russian blog',
    was: 'fizika-na-podokonnike',
    title: 'Лучшие казино',
    texts: [
      'Казино с быстрым выводом|Игровые автоматы, фриспины каждый день и бонус за регистрацию без ожидания.',
      'Ставки на спорт сегодня|Букмекеры дают лучшие коэффициенты, а мы собираем их в одну таблицу.',
      'Фриспины без депозита|Новое казино дарит фриспины всем, кто откроет игровые автоматы вечером.',
      'Как выбрать букмекера|Три букмекера, один купон и ставки на спорт с телефона.',
      'Игровые автоматы онлайн|Казино открыто ночью, фриспины ждут до утра.',
    ],
  },
  {
    name: 'betting in Turkish on a Portuguese blog',
    was: 'mare-de-leituras',
    title: 'Güncel giriş',
    links: ['https://giris.example.bet/'],
    texts: [
      'Deneme bonusu veren siteler|Bu hafta deneme bonusu veren bahis siteleri ve çevrim şartları burada.',
      'Güncel giriş adresi|Canlı bahis için yeni adres, her gün iddaa kuponu ve casino oyunları.',
      'Casino oyunları|Rulet siteleri, slot oyunları ve canlı casino masaları tek listede.',
      'Bahis taktikleri|Kazanmak isteyenler için iddaa kuponu nasıl yapılır, bahis nasıl seçilir.',
    ],
  },
  {
    name: 'slots in Indonesian on a Catalan blog',
    was: 'mates-al-pati',
    title: 'Situs gacor',
    texts: [
      'Slot gacor hari ini|Daftar situs slot gacor dengan maxwin paling mudah dan deposit kecil.',
      'Bocoran togel malam|Angka togel yang keluar malam ini dan judi online yang aman.',
      'Scatter hitam setiap putaran|Cara mendapat scatter hitam dan maxwin di slot online terbaru.',
      'Agen judi terpercaya|Judi bola, togel dan slot gacor dalam satu akun.',
    ],
  },
  {
    name: 'pharmacy on an English blog',
    was: 'corridor-seven',
    title: 'Health online',
    texts: [
      'Buy generic pills tonight|Our online pharmacy ships sildenafil and tadalafil without prescription to every door.',
      'Cheaper than in town|Canadian pharmacy prices for viagra and cialis, no prescription asked.',
      'What works against bad sleep|Order ambien and xanax from a cheap pharmacy without a prescription.',
      'Weight loss pills compared|Three weight loss pills, keto gummies and CBD oil: where to order today.',
    ],
  },
  {
    name: 'essay mill on an English blog',
    was: 'number-line',
    title: 'Paper helpers',
    author: 'Support team',
    texts: [
      'Which essay writing service is best|We compared each essay service: custom essays in six hours, plagiarism-free papers, polite paper writers.',
      'Write my essay, please|Students who type write my essay at midnight find our essay writers online.',
      'Dissertation help that delivers|Order your dissertation chapter by chapter; our dissertation help never sleeps.',
      'Do my homework in one click|Buy essays, order papers and leave the term papers for sale to us.',
    ],
  },
  {
    name: 'essay mill on a Russian blog',
    was: 'fizika-na-podokonnike',
    title: 'Студенту',
    texts: [
      'Курсовые на заказ|Заказать курсовую недорого, срочно, с гарантией и без предоплаты.',
      'Диплом под заказ|Купить диплом или реферат на заказ у проверенных авторов.',
      'Рефераты недорого|Реферат на заказ за один день, контрольные на заказ за ночь.',
      'Заказать диссертацию|Заказать диссертацию по главам, курсовая на заказ в подарок.',
    ],
  },
  {
    name: 'quick loans on a Spanish blog',
    was: 'cuaderno-de-campo',
    title: 'Dinero ya',
    links: ['https://creditos.example.biz/'],
    texts: [
      'Préstamos rápidos sin papeles|Compara préstamos personales y minicréditos que llegan en diez minutos.',
      'Créditos rápidos con ASNEF|Los créditos online que aceptan a todos y los préstamos urgentes del mes.',
      'Tu primer minicrédito gratis|Un préstamo rápido sin intereses y créditos al instante para cualquier gasto.',
      'Reunificar deudas|Préstamos personales para pagar préstamos rápidos: así funciona.',
    ],
  },
  {
    name: 'foreign shop in Japanese on a Spanish blog',
    was: 'el-almendral',
    title: 'ブランド通販',
    host: 'shop.el-almendral.example.com',
    texts: [
      'ブランド財布 激安通販|最新のブランド財布を激安価格で販売しています。全国送料無料、即日発送。',
      '時計コピー品の選び方|人気の時計を通販で買うなら当店へ。送料無料で安心の品質保証です。',
      '春の新作バッグ|新作バッグが続々入荷。ブランド通販ならではの激安価格でお届けします。',
      'スニーカー特集|限定スニーカーを激安で。今すぐご注文ください。送料無料キャンペーン中です。',
    ],
  },
  {
    name: 'shop in German on an English blog',
    was: 'corridor-seven',
    title: 'Schuhmarkt',
    author: 'Redaktion',
    links: ['https://schuhe.example.biz/'],
    texts: [
      'Winterstiefel im Angebot|Die schönsten Stiefel für kalte Tage, warm gefüttert und jetzt besonders günstig zu haben.',
      'Welche Sohle hält am längsten|Wir haben zwölf Sohlen geprüft und sagen, welche auf nassem Pflaster nicht rutscht.',
      'Sandalen für den Urlaub|Leichte Sandalen aus Leder, in allen Größen und mit kurzer Lieferzeit nach Hause.',
      'Kinderschuhe richtig messen|Ein Daumen breit Platz, nicht mehr: so finden Eltern die passende Größe im Netz.',
      'Pflege für Wildleder|Bürste, Spray und etwas Geduld, und die Schuhe sehen aus wie am ersten Tag.',
    ],
  },
  {
    name: 'adult pages on a Russian blog',
    was: 'fizika-na-podokonnike',
    title: 'Ночь',
    texts: [
      'Эскорт услуги|Анкеты девушек, эскорт на вечер и секс знакомства рядом.',
      'Порно без регистрации|Лучшее порно недели и секс знакомства в твоём городе.',
      'Проститутки рядом|Проститутки с фото, эскорт на выезд, круглосуточно.',
    ],
  },
  {
    name: 'search engine farm in the language of the blog',
    was: 'cuaderno-de-campo',
    title: 'Actualidad y hogar',
    author: 'Redacción digital',
    links: ['https://reformas.example.biz/', 'https://seguros.example.info/', 'https://colchones.example.shop/'],
    texts: [
      'Cómo elegir un colchón viscoelástico|Firmeza, transpirabilidad y garantía: los tres criterios que debes comparar antes de comprar.',
      'Reformas integrales en Madrid|Presupuestos cerrados, plazos reales y materiales certificados para tu vivienda.',
      'Seguros de coche más baratos|Coberturas, franquicias y asistencia en carretera: comparativa actualizada de aseguradoras.',
      'Mejores aspiradoras robot|Potencia, autonomía y navegación láser en los modelos más vendidos del año.',
      'Alquiler de furgonetas|Tarifas, kilometraje y fianza: consejos para tu próxima mudanza sin sorpresas.',
      'Cirugía estética sin miedo|Clínicas, precios y recuperación de las operaciones más demandadas.',
      'Placas solares para chalets|Subvenciones, rendimiento y amortización de la instalación fotovoltaica.',
      'Abogados laboralistas online|Despidos, finiquitos y reclamaciones con honorarios transparentes.',
      'Hoteles con encanto en Benidorm|Piscina climatizada, pensión completa y ofertas de última hora.',
    ],
  },
  {
    name: 'harmless news in another language',
    was: 'mates-al-pati',
    title: 'Daily kitchen news',
    author: 'Newsdesk',
    texts: [
      'Five soups for the season|Pumpkin, leek and a handful of lentils: these bowls are on the table in half an hour.',
      'The best knives of the year|We cut tomatoes for a week and can tell you which of the blades stayed sharp.',
      'What the chefs eat at home|Toast, mostly, and the leftovers of the evening with a fried egg on the top.',
      'Bread without kneading|Time does the work of the hands: flour, water, salt and the night in a bowl.',
      'A market hall reopens|After two years of building the traders are back with their cheese and their jokes.',
    ],
  },
  {
    name: 'parked domain that offers itself',
    was: 'cuaderno-de-campo',
    title: 'cuaderno-de-campo.example.net',
    texts: [
      'This domain is for sale|Buy this domain today or make an offer; premium domains with a history rank higher on Google.',
      'Related searches|This domain may be for sale. Related searches: online courses, cheap flights, car insurance.',
      'Make an offer|The owner of this domain name accepts bids. Premium domains sell fast.',
    ],
  },
  {
    name: 'coins and trading on an English blog',
    was: 'number-line',
    title: 'Coin signals',
    host: 'signals.example.biz',
    texts: [
      'Passive income for beginners|Crypto trading with trading bots while you sleep: passive income from the first day.',
      'Forex in five minutes|Which forex broker pays, and why binary options are not dead.',
      'Trading bots compared|Three trading bots, one crypto trading account, ten days.',
    ],
  },
]
