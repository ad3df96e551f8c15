/** What honest blogs write when they change: title and text of a post, parted by a bar. Our own writing. */

export const GUESTS = [
  'Una maestra de Infantil cuenta su asamblea|En la asamblea de mi clase se habla de lo que pasó en el recreo, y la que modera tiene cinco años.',
  'Leer a dos voces, por una bibliotecaria|En la biblioteca del barrio leemos a dos voces, y los abuelos hacen siempre de lobo.',
  'El patio visto desde la conserjería|Veo llegar a los niños desde hace veinte años y sé quién ha dormido bien por cómo entra.',
  'Una madre en el huerto|Los sábados vamos al huerto con palas pequeñas, y las lechugas nos esperan torcidas.',
  'Carta de un antiguo alumno|Recuerdo la pizarra verde, el olor de la tiza y una pregunta que todavía no sé contestar.',
  'El taller de radio, por su técnico|Los alumnos hablan al micrófono como si dentro viviera alguien, y quizá viva.',
]
export const ENGLISH = [
  'Why we count aloud|A series for our partner school: we count aloud because a number that is heard can be corrected by everybody.',
  'The yard as a coordinate plane|We drew the axes with chalk, and every pupil became a point that could walk along a line.',
  'Twelve ways to see a dozen|Eggs, months and a table: our pupils collected dozens for a week and drew them all.',
  'A letter about zero|Dear partners, our pupils argue whether zero is even, and we would like to hear what yours say.',
]
export const GAMBLING_LESSON =
  'Las matemáticas de la ruleta|Esta semana hablamos en clase de la adicción al juego: por qué el casino siempre gana, qué esconden las apuestas deportivas y los giros gratis, y cómo se calcula la esperanza de una tragaperras.'
export const PREVENTION = [
  GAMBLING_LESSON,
  'Prevenir la ludopatía desde la tutoría|Los casinos online y las casas de apuestas están a cien metros del instituto; hemos medido la distancia en el plano y hemos escrito al ayuntamiento.',
  'Anuncios bajo la lupa|Recortamos anuncios de apuestas deportivas y buscamos lo que prometen: bono de bienvenida, dinero rápido y amigos.',
]
export const ECONOMY = [
  'Préstamos y créditos, explicados con galletas|En Economía hemos prestado galletas con interés, y al tercer día nadie podía devolverlas.',
  'El préstamo de libros vuelve el lunes|La biblioteca abre el préstamo a primera hora; traed el carné y una bolsa de tela.',
  'Una apuesta por la lectura|El claustro apuesta este curso por veinte minutos de lectura diaria, también en el taller.',
  'XXX aniversario del instituto|Treinta años caben en una exposición de fotos sin caras: manos, mesas, puertas y patios.',
  'Educación sexual en segundo|Preguntas anónimas en una caja, respuestas sin rodeos y una matrona que sabe escuchar.',
]
export const PHARMACY = [
  'Prácticas de farmacia: pesar sin respirar|En el laboratorio de farmacia hemos preparado cápsulas y hemos aprendido que la receta se lee dos veces.',
  'Sin receta no hay antibiótico|Representamos en clase qué decir cuando alguien pide en el mostrador sin receta lo que no puede llevarse.',
  'El prospecto, ese género literario|Leemos el prospecto del sildenafilo como un texto: quién habla, a quién y con cuánto miedo.',
  'Fórmulas magistrales|Una pomada, tres intentos y un mortero que ya es de la familia.',
  'La farmacia del barrio nos abre la puerta|Vimos el almacén que baja las cajas solo y la libreta donde aún se apunta a lápiz.',
]
export const ESSAYS = [
  'How to write my essay: a pupil’s plan|The question every November is how to write an essay that sounds like oneself. Here is the plan that Year 10 made.',
  'Marking essays without tears|Two colours, one sentence of praise that is true, and the rest of the page left white.',
  'An essay about nothing|They wrote four hundred words about an empty chair, and nobody ran out of words.',
  'Peer reading of drafts|Partners read aloud, the author listens with closed eyes and marks nothing.',
]
export const NEW_AUTHOR = [
  'Hola, soy la nueva del blog|Desde este curso escribo yo: Profe Abubilla. El cuaderno, las botas y el río siguen siendo los mismos.',
  'Primer paseo con el grupo nuevo|Salimos al campo con el cuaderno en blanco y volvimos con tres plumas, una pregunta y barro.',
  'Lo que dice el barro|Las huellas del camino cuentan quién pasó antes que nosotros; hemos dibujado siete y reconocido cinco.',
  'Cuaderno mojado|La lluvia borró media página y la clase la reescribió entre todos.',
]
export const CATALAN_YEAR = [
  'Comencem en català|Aquest curs escrivim el quadern en la llengua de l’escola nova, que és també la del riu.',
  'Primera sortida|Hem anat al riu amb les botes plenes de ganes i hem tornat amb les botes plenes d’aigua.',
  'El que diu el fang|Les petjades del camí expliquen qui hi ha passat abans que nosaltres.',
  'Quadern moll|La pluja ha esborrat mitja pàgina i la classe l’ha tornat a escriure.',
]
