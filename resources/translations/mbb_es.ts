<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>everywhere</name>
    <message>
      <location filename="ablation_actions" />
      <source>Record ablation</source>
      <translation>Registrar ablación</translation>
    </message>
    <message>
      <location filename="ablation_actions" />
      <source>Record outcome</source>
      <translation>Registrar resultado</translation>
    </message>
    <message>
      <location filename="ablation_actions" />
      <source>Saved.</source>
      <translation>Guardado.</translation>
    </message>
    <message>
      <location filename="ablation_card" />
      <source>Record an ablation</source>
      <translation>Registrar una ablación</translation>
    </message>
    <message>
      <location filename="ablation_card" />
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <location filename="ablation_card" />
      <source>Save</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <location filename="ablation_card" />
      <source>The complaint is {0}, and {1} is not. Is this the complaint you mean?</source>
      <translation>La dolencia es {0}, y {1} no lo es. ¿Es esta la dolencia que quiere?</translation>
    </message>
    <message>
      <location filename="ablation_card" />
      <source>Yes, save it</source>
      <translation>Sí, guardarlo</translation>
    </message>
    <message>
      <location filename="ablation_card" />
      <source>Blocks of these joints before it: {0}.</source>
      <translation>Bloqueos previos de estas articulaciones: {0}.</translation>
    </message>
    <message>
      <location filename="ablation_card" />
      <source>No signed block of these joints before that day is in this record.</source>
      <translation>En esta historia no hay ningún bloqueo firmado de estas articulaciones antes de ese día.</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>{0} is no joint. Write L4-5, L5-S1.</source>
      <translation>{0} no es una articulación. Escriba L4-5, L5-S1.</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Ablation</source>
      <translation>Ablación</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Ablated here before</source>
      <translation>Ablación previa aquí</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Planned method</source>
      <translation>Método previsto</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Planned temperature</source>
      <translation>Temperatura prevista</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Add an earlier ablation</source>
      <translation>Añadir una ablación anterior</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Relief after therapeutic blocks</source>
      <translation>Alivio tras bloqueos terapéuticos</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Add a therapeutic block and how long it helped</source>
      <translation>Añadir un bloqueo terapéutico y cuánto tiempo ayudó</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Why no ablation is possible, if so</source>
      <translation>Por qué no es posible la ablación, si es el caso</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>{0} is no nerve. Write L3, L4, L5.</source>
      <translation>{0} no es un nervio. Escriba L3, L4, L5.</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Joints</source>
      <translation>Articulaciones</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Sides</source>
      <translation>Lados</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Here</source>
      <translation>Aquí</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Elsewhere</source>
      <translation>En otro lugar</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Usual pain before, NRS</source>
      <translation>Dolor habitual antes, NRS</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Done</source>
      <translation>Hecho</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Nerves</source>
      <translation>Nervios</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>By</source>
      <translation>Por</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Facility</source>
      <translation>Centro</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Method</source>
      <translation>Método</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Lesion temperature</source>
      <translation>Temperatura de la lesión</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Lesion time</source>
      <translation>Tiempo de la lesión</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Relief</source>
      <translation>Alivio</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Better movement or activity</source>
      <translation>Mejoría del movimiento o la actividad</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Pain back on, says the patient</source>
      <translation>El dolor volvió el, según el paciente</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Pain not back yet, asked on</source>
      <translation>El dolor aún no ha vuelto, preguntado el</translation>
    </message>
    <message>
      <location filename="ablation_fields" />
      <source>Enter the day of the therapeutic block.</source>
      <translation>Indique el día del bloqueo terapéutico.</translation>
    </message>
    <message>
      <location filename="addenda_rows" />
      <source>Its addenda are papers of their own: print or save them too. {0}</source>
      <translation>Sus adendas son documentos aparte: imprímalas o guárdelas también. {0}</translation>
    </message>
    <message>
      <location filename="addenda_rows" />
      <source>Its addendum is a paper of its own: print or save it too. {0}</source>
      <translation>Su adenda es un documento aparte: imprímala o guárdela también. {0}</translation>
    </message>
    <message>
      <location filename="addenda_rows" />
      <source>Adds to: {0}</source>
      <translation>Se añade a: {0}</translation>
    </message>
    <message>
      <location filename="addenda_rows" />
      <source>{0} by {1}, {2}</source>
      <translation>{0} de {1}, {2}</translation>
    </message>
    <message>
      <location filename="addenda_rows" />
      <source>Open</source>
      <translation>Abrir</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>Addendum to {0}</source>
      <translation>Adenda a {0}</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>The addendum is signed and printed by itself.</source>
      <translation>La adenda se firma y se imprime por separado.</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>What is to be added or corrected</source>
      <translation>Lo que se debe añadir o corregir</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>why it is added</source>
      <translation>por qué se añade</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>The signed paper stays as it is. The addendum is a paper of its own beside it: whoever gets the one needs the other.</source>
      <translation>El documento firmado queda como está. La adenda es un documento propio a su lado: quien recibe uno necesita el otro.</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>Text</source>
      <translation>Texto</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>Reason</source>
      <translation>Motivo</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>I write this under supervision.</source>
      <translation>Escribo esto bajo supervisión.</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>Sign the addendum</source>
      <translation>Firmar la adenda</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>Asked before the block</source>
      <translation>Preguntado antes del bloqueo</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>no telephone number</source>
      <translation>sin número de teléfono</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>Is the pain back since the block before?</source>
      <translation>¿Ha vuelto el dolor desde el bloqueo anterior?</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>Usual pain now, 0 to 10</source>
      <translation>Dolor habitual ahora, de 0 a 10</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>It was not saved. Try again.</source>
      <translation>No se guardó. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>Who takes the patient home</source>
      <translation>Quién lleva al paciente a casa</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>Interpreter</source>
      <translation>Intérprete</translation>
    </message>
    <message>
      <location filename="ahead_card" />
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Choose the days</source>
      <translation>Elija los días</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Planned blocks</source>
      <translation>Bloqueos planificados</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>What is still to do</source>
      <translation>Lo que queda por hacer</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Reading the list</source>
      <translation>Leyendo la lista</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Ask the patient</source>
      <translation>Preguntar al paciente</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Nurse list</source>
      <translation>Lista de enfermería</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Open the chart</source>
      <translation>Abrir la historia</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Export</source>
      <translation>Exportar</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Before the next blocks</source>
      <translation>Antes de los próximos bloqueos</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Days</source>
      <translation>Días</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>ask</source>
      <translation>preguntar</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>move</source>
      <translation>mover</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Day</source>
      <translation>Día</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Patient</source>
      <translation>Paciente</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Planned levels</source>
      <translation>Niveles planificados</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Checks</source>
      <translation>Comprobaciones</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>State</source>
      <translation>Estado</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>No block is planned on these days.</source>
      <translation>No hay ningún bloqueo planificado en estos días.</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Asked by {0}, {1}</source>
      <translation>Preguntado por {0}, {1}</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Today and tomorrow</source>
      <translation>Hoy y mañana</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Today and {0} days</source>
      <translation>Hoy y {0} días</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>{0} planned, your part of {1} ready</source>
      <translation>{0} planificados, su parte lista en {1}</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>{0} planned, {1} ready, {2} stopped</source>
      <translation>{0} planificados, {1} listos, {2} impedidos</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Your part ready</source>
      <translation>Su parte lista</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>{0} ({1}).</source>
      <translation>{0} ({1}).</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Count again</source>
      <translation>Contar de nuevo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Counting</source>
      <translation>Contando</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>The figures are being counted.</source>
      <translation>Se están contando las cifras.</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Blocks signed</source>
      <translation>Bloqueos firmados</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Positive 1st block</source>
      <translation>1.er bloqueo positivo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Confirmed by two</source>
      <translation>Confirmados por dos</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>24 h score in time</source>
      <translation>Puntuación de 24 h a tiempo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Opening to signature</source>
      <translation>De la apertura a la firma</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Month</source>
      <translation>Mes</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Undecided</source>
      <translation>Sin decidir</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>All</source>
      <translation>Todos</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Blocks per month</source>
      <translation>Bloqueos por mes</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Ended</source>
      <translation>Terminado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Other way</source>
      <translation>Otra vía</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Waiting</source>
      <translation>En espera</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Lost</source>
      <translation>Perdido</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Stage</source>
      <translation>Etapa</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Reached</source>
      <translation>Contactado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>From first block to outcome</source>
      <translation>Del primer bloqueo al resultado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Percent</source>
      <translation>Porcentaje</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>95 % interval</source>
      <translation>Intervalo del 95 %</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Group</source>
      <translation>Grupo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Number</source>
      <translation>Número</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Region</source>
      <translation>Región</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Anesthetic</source>
      <translation>Anestésico</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Physician</source>
      <translation>Médico</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Positive rate</source>
      <translation>Tasa de positivos</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Median</source>
      <translation>Mediana</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Lowest</source>
      <translation>Mínimo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Highest</source>
      <translation>Máximo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Recorded</source>
      <translation>Registrado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Dose</source>
      <translation>Dosis</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Time</source>
      <translation>Hora</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Air kerma</source>
      <translation>Kerma en aire</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>DAP</source>
      <translation>DAP</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Sum</source>
      <translation>Suma</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Every value</source>
      <translation>Todos los valores</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Value missing</source>
      <translation>Falta un valor</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Dose of 12 months per patient</source>
      <translation>Dosis de 12 meses por paciente</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Score</source>
      <translation>Puntuación</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Known</source>
      <translation>Conocida</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Asked, not known</source>
      <translation>Preguntada, no conocida</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Not asked</source>
      <translation>No preguntada</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Scores after the block</source>
      <translation>Puntuaciones tras el bloqueo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Time to document</source>
      <translation>Tiempo de documentación</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Notes</source>
      <translation>Notas</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Missing data</source>
      <translation>Datos que faltan</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Item</source>
      <translation>Elemento</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Records</source>
      <translation>Registros</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Period</source>
      <translation>Período</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>All regions</source>
      <translation>Todas las regiones</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Lots and recalls</source>
      <translation>Lotes y retiros del mercado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Last 12 months</source>
      <translation>Últimos 12 meses</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Last 3 months</source>
      <translation>Últimos 3 meses</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>This year</source>
      <translation>Este año</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Last year</source>
      <translation>Año pasado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Last 5 years</source>
      <translation>Últimos 5 años</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Not counted</source>
      <translation>No contado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Own blocks</source>
      <translation>Bloqueos propios</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>All physicians</source>
      <translation>Todos los médicos</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>{0}, {1}, counted {2}. No patient is named here.</source>
      <translation>{0}, {1}, contado {2}. Aquí no se nombra a ningún paciente.</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Figures appear after the first signed block of the period.</source>
      <translation>Las cifras aparecen después del primer bloqueo firmado del período.</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>{0} own diagnostic tests</source>
      <translation>{0} pruebas diagnósticas propias</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>decided</source>
      <translation>decididos</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>with two blocks</source>
      <translation>con dos bloqueos</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>due</source>
      <translation>pendientes</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>median of {0} notes</source>
      <translation>mediana de {0} notas</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>{0} notes</source>
      <translation>{0} notas</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>too few</source>
      <translation>muy pocas</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>No complaint had its first test in this period.</source>
      <translation>Ninguna dolencia tuvo su primera prueba en este período.</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Notes still drafts a day after the block: {0}, in any region and period.</source>
      <translation>Notas todavía en borrador un día después del bloqueo: {0}, en cualquier región y período.</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Too few notes.</source>
      <translation>Muy pocas notas.</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>No value is recorded.</source>
      <translation>No hay ningún valor registrado.</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>Other</source>
      <translation>Otro</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>no limit known</source>
      <translation>no se conoce un límite</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source> (weight not recorded)</source>
      <translation> (peso no registrado)</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>Reason for this dose</source>
      <translation>Motivo de esta dosis</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>Reason for this in spite of the allergy</source>
      <translation>Motivo de usarlo a pesar de la alergia</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>press 1 to 4</source>
      <translation>pulse de 1 a 4</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>None</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>Epinephrine {0}</source>
      <translation>Epinefrina {0}</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>{0} block used {1}</source>
      <translation>El {0} bloqueo usó {1}</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>What was in the syringe</source>
      <translation>Qué había en la jeringa</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>Strengths as injected: 5 mg/mL is 0.5 %.</source>
      <translation>Concentraciones tal como se inyectaron: 5 mg/mL es 0.5 %.</translation>
    </message>
    <message>
      <location filename="ask_attending_card" />
      <source>Who is to co-sign {0}?</source>
      <translation>¿Quién debe cofirmar {0}?</translation>
    </message>
    <message>
      <location filename="ask_attending_card" />
      <source>Choose the attending</source>
      <translation>Elija el médico responsable</translation>
    </message>
    <message>
      <location filename="ask_attending_card" />
      <source>The paper then waits for this attending, and for nobody else.</source>
      <translation>El documento espera entonces a este médico responsable, y a nadie más.</translation>
    </message>
    <message>
      <location filename="ask_attending_card" />
      <source>Attending</source>
      <translation>Médico responsable</translation>
    </message>
    <message>
      <location filename="ask_attending_card" />
      <source>Why you take it over</source>
      <translation>Por qué la asume usted</translation>
    </message>
    <message>
      <location filename="ask_attending_card" />
      <source>Ask</source>
      <translation>Pedir</translation>
    </message>
    <message>
      <location filename="ask_attending_card" />
      <source>Nobody was asked. Try again.</source>
      <translation>No se pidió a nadie. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Which</source>
      <translation>Cuál</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Keep the answer</source>
      <translation>Conservar la respuesta</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>It was not kept. Try again.</source>
      <translation>No se conservó. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Pregnant?</source>
      <translation>¿Embarazo?</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>The patient says</source>
      <translation>El paciente dice</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Choose what the patient says.</source>
      <translation>Elija lo que dice el paciente.</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Any allergy?</source>
      <translation>¿Alguna alergia?</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>None known</source>
      <translation>Ninguna conocida</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Yes</source>
      <translation>Sí</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Choose</source>
      <translation>Elegir</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>To what</source>
      <translation>A qué</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Choose to what the patient is allergic.</source>
      <translation>Elija a qué es alérgico el paciente.</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Any blood thinner?</source>
      <translation>¿Algún anticoagulante?</translation>
    </message>
    <message>
      <location filename="asked_card" />
      <source>Name the blood thinner.</source>
      <translation>Indique el nombre del anticoagulante.</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>Call later</source>
      <translation>Llamar luego</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>what was said, if anything</source>
      <translation>lo que se dijo, si se dijo algo</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>What came of it</source>
      <translation>Qué resultó de la llamada</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>Call again on</source>
      <translation>Volver a llamar el</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>at</source>
      <translation>a las</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>Remark</source>
      <translation>Observación</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>In 1 hour</source>
      <translation>En 1 hora</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>In 2 hours</source>
      <translation>En 2 horas</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>Today {0}</source>
      <translation>Hoy {0}</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>Tomorrow {0}</source>
      <translation>Mañana {0}</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>It stays on the list until the chart has another number.</source>
      <translation>Sigue en la lista hasta que la historia tenga otro número.</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>The patient is not called again about this block.</source>
      <translation>No se vuelve a llamar al paciente por este bloqueo.</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>Say what came of the call.</source>
      <translation>Indique qué resultó de la llamada.</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>Say when to call again: day and time.</source>
      <translation>Indique cuándo volver a llamar: día y hora.</translation>
    </message>
    <message>
      <location filename="attempt_card" />
      <source>That time has passed. Enter a later one.</source>
      <translation>Esa hora ya pasó. Escriba una posterior.</translation>
    </message>
    <message>
      <location filename="attest_field" />
      <source>I attest recovery and discharge</source>
      <translation>Certifico la recuperación y el alta</translation>
    </message>
    <message>
      <location filename="attest_field" />
      <source>{0}  by {1}</source>
      <translation>{0}  por {1}</translation>
    </message>
    <message>
      <location filename="attest_field" />
      <source>Attested</source>
      <translation>Certificado</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Write each joint with its side: C4-5 r, C5-6 l.</source>
      <translation>Escriba cada articulación con su lado: C4-5 r, C5-6 l.</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Authorization</source>
      <translation>Autorización</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Choose the answer</source>
      <translation>Elija la respuesta</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>For</source>
      <translation>Para</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>The payer's answer</source>
      <translation>La respuesta del pagador</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Payer</source>
      <translation>Pagador</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Says nothing about the side</source>
      <translation>No dice nada del lado</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Says nothing about codes</source>
      <translation>No dice nada de los códigos</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Says nothing about the number of sessions</source>
      <translation>No dice nada del número de sesiones</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Approves both sides of each joint</source>
      <translation>Aprueba ambos lados de cada articulación</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>What was approved, or asked for</source>
      <translation>Qué se aprobó, o se solicitó</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Or each joint with its own side, as the letter names them</source>
      <translation>O cada articulación con su lado, como las nombra la carta</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Codes</source>
      <translation>Códigos</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Joints in a session, at most</source>
      <translation>Articulaciones por sesión, como máximo</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Sessions</source>
      <translation>Sesiones</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>The letter</source>
      <translation>La carta</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Dates</source>
      <translation>Fechas</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Requested on</source>
      <translation>Solicitada el</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Answered on</source>
      <translation>Respondida el</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Valid from</source>
      <translation>Válida desde</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Valid to</source>
      <translation>Válida hasta</translation>
    </message>
    <message>
      <location filename="authorization_card" />
      <source>Words, who said so, or what is wrong with the entry</source>
      <translation>Observaciones, quién lo dijo, o qué es erróneo en la entrada</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>Expired</source>
      <translation>Vencido</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>1 session</source>
      <translation>1 sesión</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>{0} sessions</source>
      <translation>{0} sesiones</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>asked on {0}</source>
      <translation>solicitada el {0}</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>answered on {0}</source>
      <translation>respondida el {0}</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>{0} to {1}</source>
      <translation>{0} a {1}</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>{0} of {1}</source>
      <translation>{0} de {1}</translation>
    </message>
    <message>
      <location filename="block_editor" />
      <source>Medial branch block</source>
      <translation>Bloqueo de la rama medial</translation>
    </message>
    <message>
      <location filename="block_editor" />
      <source>Signed {0} by {1}</source>
      <translation>Firmado {0} por {1}</translation>
    </message>
    <message>
      <location filename="block_editor" />
      <source>Proposed, never recorded by itself. Each is accepted in As performed.</source>
      <translation>Propuesto, nunca registrado por sí solo. Cada uno se acepta en Como se realizó.</translation>
    </message>
    <message>
      <location filename="block_editor" />
      <source>This is kept in the chart, not in the block.</source>
      <translation>Esto se guarda en la historia, no en el bloqueo.</translation>
    </message>
    <message>
      <location filename="block_editor" />
      <source>Missing to sign: {0}</source>
      <translation>Falta para firmar: {0}</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Numb or weak {0}</source>
      <translation>Dormido o débil: {0}</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Soreness</source>
      <translation>Molestias</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Fever or chills</source>
      <translation>Fiebre, escalofríos</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Taken</source>
      <translation>Tomado</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>None was stopped</source>
      <translation>No se suspendió</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Restarted at</source>
      <translation>Reiniciado a las</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>in the patient's words, with commas between them</source>
      <translation>con las palabras del paciente, separadas por comas</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>A medicine is listed. Say taken, or remove it.</source>
      <translation>Hay un medicamento en la lista. Indique que se tomó o quítelo.</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Name the medicine that was taken.</source>
      <translation>Indique el medicamento que se tomó.</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>hidden</source>
      <translation>oculto</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Other medicines</source>
      <translation>Otros medicamentos</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Side effects</source>
      <translation>Efectos secundarios</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Blood thinner</source>
      <translation>Anticoagulante</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Relief the patient states</source>
      <translation>Alivio que refiere el paciente</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Blood thinner restarted at</source>
      <translation>Anticoagulante reiniciado a las</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>"How much of that pain was gone at its best?"</source>
      <translation>«¿Cuánto de ese dolor desapareció en el mejor momento?»</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Fever, chills, or new numbness or weakness: tell a physician now.</source>
      <translation>Fiebre, escalofríos, o entumecimiento o debilidad nuevos: avise a un médico ahora.</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>The blood thinner is not restarted: tell the physician who decided to stop it.</source>
      <translation>El anticoagulante no se ha reiniciado: avise al médico que decidió suspenderlo.</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>tick identity first</source>
      <translation>marque primero la identidad</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>choose recall or diary first</source>
      <translation>elija primero recuerdo o diario</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>Recalled or read from the diary? Choose it first.</source>
      <translation>¿Recordado o leído del diario? Elíjalo primero.</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>Pre</source>
      <translation>Antes</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>{0} scored in the clinic: hidden</source>
      <translation>{0} puntuado en la clínica: oculto</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>{0} opens at {1}, now {2}</source>
      <translation>{0} se abre a las {1}, ahora {2}</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>Digit = next box.  1 waits for a possible 0 (10).  - cannot recall.</source>
      <translation>Cifra = casilla siguiente.  1 espera un posible 0 (10).  - no lo recuerda.</translation>
    </message>
    <message>
      <location filename="call_grid" />
      <source>  = same as the row above.</source>
      <translation>  = igual que la fila de arriba.</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>what and dose</source>
      <translation>qué y dosis</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>when</source>
      <translation>cuándo</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>usual</source>
      <translation>habitual</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>extra</source>
      <translation>adicional</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>taken as</source>
      <translation>tomado como</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>Medicine {0}, {1}</source>
      <translation>Medicamento {0}, {1}</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>Medicine {0}, what and dose</source>
      <translation>Medicamento {0}, qué y dosis</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>which</source>
      <translation>cuál</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>Say which other side effect.</source>
      <translation>Indique qué otro efecto secundario.</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>{0}, others</source>
      <translation>{0}, otros</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>time</source>
      <translation>hora</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Patient gave name and date of birth, both match</source>
      <translation>Dijo nombre y fecha de nacimiento; ambos coinciden</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Recall</source>
      <translation>Recordado</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Read from diary</source>
      <translation>Leído del diario</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Source of the scores</source>
      <translation>Origen de las puntuaciones</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Informant</source>
      <translation>Informante</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>No answer</source>
      <translation>No contesta</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Chart</source>
      <translation>Historia</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Save and next</source>
      <translation>Guardar y siguiente</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>No telephone number</source>
      <translation>Sin número de teléfono</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Wrong number</source>
      <translation>Número equivocado</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Born {0}</source>
      <translation>Nac. {0}</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>MRN {0}</source>
      <translation>MRN {0}</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Say</source>
      <translation>Diga</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>No score before the block is recorded.</source>
      <translation>No hay ninguna puntuación registrada antes del bloqueo.</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Tick identity first; a signed response stays as it is.</source>
      <translation>Marque primero la identidad; una respuesta firmada queda como está.</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Tick identity first; then the scores can be saved</source>
      <translation>Marque primero la identidad; después se pueden guardar las puntuaciones</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Recalled or read from the diary? Choose it with F3</source>
      <translation>¿Recordado o leído del diario? Elíjalo con F3</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>1 score entered</source>
      <translation>1 puntuación anotada</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>{0} scores entered</source>
      <translation>{0} puntuaciones anotadas</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>The response was signed: the call can be saved without scores</source>
      <translation>La respuesta se firmó: la llamada se puede guardar sin puntuaciones</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Tick identity first: the patient says full name and date of birth.</source>
      <translation>Marque primero la identidad: el paciente dice su nombre completo y fecha de nacimiento.</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>No score is entered. Type - for what cannot be recalled, or choose Call later.</source>
      <translation>No hay ninguna puntuación. Escriba - para lo que no se recuerda, o elija Llamar luego.</translation>
    </message>
    <message>
      <location filename="call_summary" />
      <source>Open chart</source>
      <translation>Abrir la historia</translation>
    </message>
    <message>
      <location filename="call_summary" />
      <source>This number is wrong. Enter another one in the chart, under Details.</source>
      <translation>Este número es erróneo. Escriba otro en la historia, en Datos.</translation>
    </message>
    <message>
      <location filename="call_summary" />
      <source>Tries</source>
      <translation>Intentos</translation>
    </message>
    <message>
      <location filename="call_summary" />
      <source>Nobody has tried yet.</source>
      <translation>Nadie lo ha intentado todavía.</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>yesterday</source>
      <translation>ayer</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>tomorrow</source>
      <translation>mañana</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>Block {0}</source>
      <translation>Bloqueo {0}</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>1 try</source>
      <translation>1 intento</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>{0} tries</source>
      <translation>{0} intentos</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>Late</source>
      <translation>Atrasada</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>Due</source>
      <translation>Pendiente</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>{0} diagnostic block</source>
      <translation>{0} bloqueo</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>needle out {0}</source>
      <translation>aguja fuera {0}</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>bilateral</source>
      <translation>bilateral</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>{0} months after RFA, {1}</source>
      <translation>{0} meses después de la RFA, {1}</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>again {0}</source>
      <translation>de nuevo {0}</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>{0}: {1} noted.</source>
      <translation>{0}: se anotó {1}.</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>{0}: {1} noted. Again {2}.</source>
      <translation>{0}: se anotó {1}. De nuevo {2}.</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Calls due</source>
      <translation>Llamadas pendientes</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Later</source>
      <translation>Más tarde</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>After RFA</source>
      <translation>Tras la RFA</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Outcomes of ablations</source>
      <translation>Resultados de ablaciones</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Status</source>
      <translation>Estado</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Which calls</source>
      <translation>Qué llamadas</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Blind entry: earlier scores, limit line and result are hidden from who asks.</source>
      <translation>Anotación a ciegas: las puntuaciones anteriores, la línea del límite y el resultado no se muestran a quien pregunta.</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>{0} of {1} left</source>
      <translation>Quedan {0} de {1}</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>After RFA {0}</source>
      <translation>Tras la RFA {0}</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Nobody has to be asked about an ablation.</source>
      <translation>No hay que preguntar a nadie por una ablación.</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Nobody was reached today yet.</source>
      <translation>Hoy todavía no se ha localizado a nadie.</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>No later calls.</source>
      <translation>No hay llamadas para más tarde.</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>All calls done.</source>
      <translation>Todas las llamadas están hechas.</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>All calls done. Next due {0} ({1}).</source>
      <translation>Todas las llamadas están hechas. Próxima {0} ({1}).</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>{0}: saved.</source>
      <translation>{0}: guardado.</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>1 score</source>
      <translation>1 puntuación</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>{0} scores</source>
      <translation>{0} puntuaciones</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>{0}: {1} saved.</source>
      <translation>{0}: se guardó {1}.</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>Audit trail</source>
      <translation>Registro de auditoría</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>Only who saw or gave out something</source>
      <translation>Solo quién vio o entregó algo</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>Report for the patient</source>
      <translation>Informe para el paciente</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>Who did what with this chart</source>
      <translation>Quién hizo qué con esta historia</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>When</source>
      <translation>Cuándo</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>Who</source>
      <translation>Quién</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>the program</source>
      <translation>el programa</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>What</source>
      <translation>Qué</translation>
    </message>
    <message>
      <location filename="chart_audit" />
      <source>Where</source>
      <translation>Dónde</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>not diagnostic for {0}</source>
      <translation>no diagnóstico para {0}</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Planned: {0}</source>
      <translation>Planificado: {0}</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>{0} block, planned</source>
      <translation>{0} bloqueo, planificado</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Block entered in error</source>
      <translation>Bloqueo registrado por error</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>recorded</source>
      <translation>registrado</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>{0} {1} block</source>
      <translation>{0} bloqueo, {1}</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Entered in error</source>
      <translation>Registrado por error</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>After signing</source>
      <translation>Después de firmar</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Not judged</source>
      <translation>Sin valorar</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Not done yet</source>
      <translation>Aún sin hacer</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>No scores</source>
      <translation>Sin puntuaciones</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Confounded</source>
      <translation>Con factor de confusión</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>The rule set that should judge the blocks cannot be read.</source>
      <translation>El conjunto de reglas que debe valorar los bloqueos no se puede leer.</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Scores are being collected</source>
      <translation>Se están recogiendo las puntuaciones</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Verdict and threshold show once the response is signed.</source>
      <translation>El dictamen y el umbral se muestran cuando se firma la respuesta.</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>{0} block</source>
      <translation>{0} bloqueo</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>{0} with {1}</source>
      <translation>{0} con {1}</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>The record meets {0} of the {1} criteria you selected</source>
      <translation>El registro cumple {0} de los {1} criterios que usted eligió</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Blocks</source>
      <translation>Bloqueos</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>No blocks in this course yet. Plan one, or start one with Ctrl+N.</source>
      <translation>Todavía no hay bloqueos en este proceso. Planifique uno o inicie uno con Ctrl+N.</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Blocks of this course</source>
      <translation>Bloqueos de este proceso</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Plan a block</source>
      <translation>Planificar un bloqueo</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Sign response</source>
      <translation>Firmar la respuesta</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Papers</source>
      <translation>Documentos</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Nothing is signed yet. A paper stands here as soon as it is.</source>
      <translation>Todavía no hay nada firmado. Un documento aparece aquí en cuanto se firma.</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>{0}: {1}</source>
      <translation>{0}: {1}</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>{0}: not diagnostic for {1}</source>
      <translation>{0}: no diagnóstico para {1}</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Returned by {0}</source>
      <translation>Devuelto por {0}</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>To be co-signed by {0}</source>
      <translation>Pendiente de cofirma de {0}</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Received by {0}</source>
      <translation>Recibido por {0}</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Not ready</source>
      <translation>No está listo</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>To be sent</source>
      <translation>Por enviar</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Signed papers</source>
      <translation>Documentos firmados</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Paper</source>
      <translation>Documento</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Signed by</source>
      <translation>Firmado por</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Signed</source>
      <translation>Firmado</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Code</source>
      <translation>Código</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>{0}, co-signed by {1}</source>
      <translation>{0}, cofirmado por {1}</translation>
    </message>
    <message>
      <location filename="chart_lists" />
      <source>Packet</source>
      <translation>Paquete</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>RFA readiness</source>
      <translation>Requisitos para RFA</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>No block with scores yet</source>
      <translation>Todavía no hay ningún bloqueo con puntuaciones</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>The first block with a score before and after it is judged here.</source>
      <translation>Aquí se valora el primer bloqueo con una puntuación antes y otra después.</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>No blocks in this course yet.</source>
      <translation>Todavía no hay bloqueos en este proceso.</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Timeline</source>
      <translation>Cronología</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Pain after each block</source>
      <translation>Dolor tras cada bloqueo</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>index pain, NRS 0 to 10</source>
      <translation>dolor índice, NRS de 0 a 10</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Table</source>
      <translation>Tabla</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Curve</source>
      <translation>Curva</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Block</source>
      <translation>Bloqueo</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Levels</source>
      <translation>Niveles</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Relief held</source>
      <translation>Alivio mantenido</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Overview</source>
      <translation>Resumen</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Coding</source>
      <translation>Codificación</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Details</source>
      <translation>Datos</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Complaint</source>
      <translation>Dolencia</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Audit</source>
      <translation>Auditoría</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Parts of the chart</source>
      <translation>Partes de la historia</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Handout and diary</source>
      <translation>Hoja y diario</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>New block</source>
      <translation>Nuevo bloqueo</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>{0}, opened {1}</source>
      <translation>{0}, abierto {1}</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Describe the complaint first; a block belongs to one.</source>
      <translation>Describa primero la dolencia; un bloqueo pertenece a una.</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>This block has no signed note to read.</source>
      <translation>Este bloqueo no tiene ninguna nota firmada que leer.</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Planned for {0}.</source>
      <translation>Planificado para {0}.</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Copied. It is a preview, not a claim.</source>
      <translation>Copiado. Es una vista previa, no una reclamación.</translation>
    </message>
    <message>
      <location filename="chart_papers" />
      <source>Who saw this chart</source>
      <translation>Quién vio esta historia</translation>
    </message>
    <message>
      <location filename="chart_papers" />
      <source>{0} signed.</source>
      <translation>{0}: firmado.</translation>
    </message>
    <message>
      <location filename="chart_papers" />
      <source>Drop one file at a time: each is looked at by itself.</source>
      <translation>Suelte un archivo a la vez: cada uno se mira por separado.</translation>
    </message>
    <message>
      <location filename="chart_papers" />
      <source>Kept: {0}.</source>
      <translation>Conservado: {0}.</translation>
    </message>
    <message>
      <location filename="chart_papers" />
      <source>Marked as entered in error.</source>
      <translation>Marcado como registrado por error.</translation>
    </message>
    <message>
      <location filename="choices" />
      <source>Not recorded</source>
      <translation>No registrado</translation>
    </message>
    <message>
      <location filename="choices" />
      <source>No</source>
      <translation>No</translation>
    </message>
    <message>
      <location filename="chosen_file" />
      <source>This file is larger than 50 MB. Ask the sender for smaller files.</source>
      <translation>Este archivo supera los 50 MB. Pida al remitente archivos más pequeños.</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Not covered</source>
      <translation>No cubierto</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Why</source>
      <translation>Por qué</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Change before copying</source>
      <translation>Cambiar antes de copiar</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Not signed</source>
      <translation>Sin firmar</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Text to copy</source>
      <translation>Texto para copiar</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Only what is copied changes; the record keeps nothing of it.</source>
      <translation>Solo cambia lo que se copia; el registro no guarda nada de ello.</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Payer: {0}.</source>
      <translation>Pagador: {0}.</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>No payer is recorded.</source>
      <translation>No hay ningún pagador registrado.</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>Diagnosis codes on the list that Medicare covers, by region of the joint</source>
      <translation>Códigos de diagnóstico de la lista que cubre Medicare, por región de la articulación</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>No block has been done yet.</source>
      <translation>Todavía no se ha hecho ningún bloqueo.</translation>
    </message>
    <message>
      <location filename="coding_view" />
      <source>The app lists codes that the record suggests; a coder decides. {0}</source>
      <translation>La aplicación enumera los códigos que sugiere el registro; decide un codificador. {0}</translation>
    </message>
    <message>
      <location filename="collision_bar" />
      <source>{0}: theirs is {1}; yours is {2}</source>
      <translation>{0}: el de la otra persona es {1}; el suyo es {2}</translation>
    </message>
    <message>
      <location filename="collision_bar" />
      <source>Keep theirs</source>
      <translation>Conservar el de la otra persona</translation>
    </message>
    <message>
      <location filename="collision_bar" />
      <source>Keep mine</source>
      <translation>Conservar el mío</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Directory</source>
      <translation>Directorio</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>What they are</source>
      <translation>Qué son</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Credentials</source>
      <translation>Titulación</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Organization</source>
      <translation>Organización</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Address</source>
      <translation>Dirección</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Phone</source>
      <translation>Teléfono</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Fax</source>
      <translation>Fax</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Rule set of this payer</source>
      <translation>Conjunto de reglas de este pagador</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>The clinic's own</source>
      <translation>El propio de la clínica</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Code of both sides</source>
      <translation>Código de ambos lados</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Add-on code of both sides</source>
      <translation>Código adicional de ambos lados</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Not known here</source>
      <translation>No se sabe aquí</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Choose one.</source>
      <translation>Elija uno.</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Co-sign {0}</source>
      <translation>Cofirmar {0}</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>What the learner signed stays as it is. It cannot be changed, only added to.</source>
      <translation>Lo que firmó el médico en formación queda como está. No se puede cambiar, solo añadir algo.</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Reading what was signed</source>
      <translation>Leyendo lo que se firmó</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Co-sign</source>
      <translation>Cofirmar</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Return to the learner</source>
      <translation>Devolver al médico en formación</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>what is wrong, and what you ask for</source>
      <translation>qué es erróneo, y qué pide usted</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>You attest</source>
      <translation>Usted certifica</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Why it is returned</source>
      <translation>Por qué se devuelve</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Your decision</source>
      <translation>Su decisión</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>{0} {1}, signed by {2}, {3}</source>
      <translation>{0} {1}, firmado por {2}, {3}</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>{0}: no test of {1}. {2}</source>
      <translation>{0}: no es una prueba de {1}. {2}</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Addendum {0} by {1}: {2} (reason: {3})</source>
      <translation>Adenda {0} de {1}: {2} (motivo: {3})</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Choose whether you co-sign or return it.</source>
      <translation>Elija si lo cofirma o lo devuelve.</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Read the addendum, and say that you agree with it: both are co-signed as one.</source>
      <translation>Lea la adenda y diga que está de acuerdo: ambos se cofirman juntos.</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Return it</source>
      <translation>Devolverlo</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Space</source>
      <translation>Espacio</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Read on</source>
      <translation>Seguir leyendo</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>Co-sign or return</source>
      <translation>Cofirmar o devolver</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>Ask an attending</source>
      <translation>Pedir a un médico responsable</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>Not final: to be co-signed by {0}, asked {1}.</source>
      <translation>No definitivo: pendiente de cofirma de {0}, pedida {1}.</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>Not final: returned by {0}, {1}: {2}</source>
      <translation>No definitivo: devuelto por {0}, {1}: {2}</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>Co-signed by {0}, {1}: {2}</source>
      <translation>Cofirmado por {0}, {1}: {2}</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>Add an addendum: it goes back with this paper, and both are co-signed as one. Or mark it as entered in error.</source>
      <translation>Añada una adenda: vuelve con este documento y ambos se cofirman juntos. O márquelo como registrado por error.</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>The learner adds an addendum, which brings it back to be co-signed, or marks it as entered in error.</source>
      <translation>El médico en formación añade una adenda, con la que vuelve para la cofirma, o lo marca como registrado por error.</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>{0} is co-signed.</source>
      <translation>{0}: cofirmado.</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>{0} was returned to {1}.</source>
      <translation>{0} se devolvió a {1}.</translation>
    </message>
    <message>
      <location filename="cosign_row" />
      <source>{0} is to be co-signed by {1}.</source>
      <translation>{0} está pendiente de cofirma de {1}.</translation>
    </message>
    <message>
      <location filename="course_details" />
      <source>Choose the region. One complaint in one region is one course.</source>
      <translation>Elija la región. Una dolencia en una región es un proceso.</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>16 Feb 2026, or Feb 2026</source>
      <translation>16 feb 2026, o feb 2026</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>That month has not come yet. Check the year.</source>
      <translation>Ese mes todavía no ha llegado. Revise el año.</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Index pain</source>
      <translation>Dolor índice</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Axial</source>
      <translation>Axial</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Not axial</source>
      <translation>No axial</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Pattern</source>
      <translation>Patrón</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Began</source>
      <translation>Comenzó</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Area</source>
      <translation>Zona</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Usual score</source>
      <translation>Puntuación habitual</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Provoked by</source>
      <translation>Provocado por</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>What it limits</source>
      <translation>Qué limita</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Disability scale</source>
      <translation>Escala de discapacidad</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Asked on</source>
      <translation>Preguntado el</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>of 10</source>
      <translation>de 10</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Conservative care</source>
      <translation>Tratamiento conservador</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Kind</source>
      <translation>Tipo</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Outcome</source>
      <translation>Resultado</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>From</source>
      <translation>De</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>To</source>
      <translation>Para</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Visits</source>
      <translation>Visitas</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Why it ended</source>
      <translation>Por qué terminó</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Add what was tried</source>
      <translation>Añadir lo que se intentó</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Choose what kind of care it was.</source>
      <translation>Elija qué tipo de tratamiento fue.</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>This care ends before it starts. Check the dates.</source>
      <translation>Este tratamiento termina antes de empezar. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Examination and imaging</source>
      <translation>Exploración e imágenes</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Found</source>
      <translation>Hallado</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Ruled out</source>
      <translation>Descartado</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Radiculopathy</source>
      <translation>Radiculopatía</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Neurogenic claudication</source>
      <translation>Claudicación neurógena</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Treated</source>
      <translation>Tratado</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>From a facet joint cyst</source>
      <translation>Por un quiste de la articulación facetaria</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>The root signs are</source>
      <translation>Los signos radiculares están</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Other cause of the pain</source>
      <translation>Otra causa del dolor</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Looked for on</source>
      <translation>Buscada el</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Examination</source>
      <translation>Exploración</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Examined on</source>
      <translation>Explorado el</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Study</source>
      <translation>Estudio</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Finding</source>
      <translation>Hallazgo</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Add a study</source>
      <translation>Añadir un estudio</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Name the study, for example MRI lumbar spine.</source>
      <translation>Indique el estudio, por ejemplo RM de columna lumbar.</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Spine</source>
      <translation>Columna</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Fusion or hardware in this region</source>
      <translation>Fusión o material de fijación en esta región</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Lumbar vertebrae, once counted</source>
      <translation>Vértebras lumbares, una vez contadas</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>The imaging report calls the last mobile level</source>
      <translation>El informe de imagen llama al último nivel móvil</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Add a fusion or implant</source>
      <translation>Añadir una fusión o un implante</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>More about it, in words</source>
      <translation>Más sobre ello, en palabras</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>At the levels</source>
      <translation>En los niveles</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Solid</source>
      <translation>Sólida</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Pseudarthrosis</source>
      <translation>Seudoartrosis</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Say what it is, or at which levels.</source>
      <translation>Indique qué es, o en qué niveles.</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Diagnoses and plan</source>
      <translation>Diagnósticos y plan</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Diagnosis</source>
      <translation>Diagnóstico</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>ICD-10-CM</source>
      <translation>ICD-10-CM</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Add a diagnosis</source>
      <translation>Añadir un diagnóstico</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>RFA planned if the blocks are positive</source>
      <translation>RFA prevista si los bloqueos son positivos</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Rule set</source>
      <translation>Conjunto de reglas</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>The payer's, else the clinic's</source>
      <translation>El del pagador; si no, el de la clínica</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>Write the diagnosis in words; the code stands beside it.</source>
      <translation>Escriba el diagnóstico en palabras; el código figura al lado.</translation>
    </message>
    <message>
      <location filename="course_form" />
      <source>Open the course</source>
      <translation>Abrir el proceso</translation>
    </message>
    <message>
      <location filename="course_form" />
      <source>Codes of this region</source>
      <translation>Códigos de esta región</translation>
    </message>
    <message>
      <location filename="course_form" />
      <source>New complaint</source>
      <translation>Nueva dolencia</translation>
    </message>
    <message>
      <location filename="course_form" />
      <source>Complaint and candidacy</source>
      <translation>Dolencia e idoneidad</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>The day of the block</source>
      <translation>El día del bloqueo</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Other medicines that day</source>
      <translation>Otros medicamentos ese día</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Napped</source>
      <translation>Durmió siesta</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Add a medicine</source>
      <translation>Añadir un medicamento</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>bending backward, turning</source>
      <translation>inclinarse hacia atrás, girar</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Painful movements tried</source>
      <translation>Movimientos dolorosos probados</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Of these possible again</source>
      <translation>De estos, posibles de nuevo</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>none, or which</source>
      <translation>ninguno, o cuáles</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Pain in another area after the block (the index pain is scored apart)</source>
      <translation>Dolor en otra zona después del bloqueo (el dolor índice se puntúa aparte)</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Medicine</source>
      <translation>Medicamento</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Taken as</source>
      <translation>Tomado como</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Name the medicine.</source>
      <translation>Indique el nombre del medicamento.</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Say whether it was a usual medicine or an extra one.</source>
      <translation>Indique si era un medicamento habitual o uno adicional.</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>A medicine is listed. Say yes, or remove it.</source>
      <translation>Hay un medicamento en la lista. Indique sí, o quítelo.</translation>
    </message>
    <message>
      <location filename="day_card" />
      <source>Name {0} among those tried.</source>
      <translation>Incluya {0} entre los probados.</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Plan a day's list</source>
      <translation>Planificar la lista de un día</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Day first: 3 April</source>
      <translation>Primero el día: 3 de abril</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Month first: March 4</source>
      <translation>Primero el mes: 4 de marzo</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>How is 03/04/2026 meant in this file?</source>
      <translation>¿Qué significa 03/04/2026 en este archivo?</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Rows of the file</source>
      <translation>Filas del archivo</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Stop</source>
      <translation>Parar</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Saved: {0}</source>
      <translation>Guardado: {0}</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>A CSV file with one row for each block. The first row names the columns: MRN, name, birth date, levels, side, day, time. Nothing is kept yet.</source>
      <translation>Un archivo CSV con una fila por bloqueo. La primera fila nombra las columnas: MRN, nombre completo, fecha de nacimiento, niveles, lado, día, hora. Todavía no se conserva nada.</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Working on the list</source>
      <translation>Trabajando en la lista</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Next problem</source>
      <translation>Siguiente problema</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Save rows with problems</source>
      <translation>Guardar las filas con problemas</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Choose a file</source>
      <translation>Elegir un archivo</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Plan</source>
      <translation>Plan</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>1 block planned.</source>
      <translation>1 bloqueo planificado.</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>{0} blocks planned.</source>
      <translation>{0} bloqueos planificados.</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>The rows below were not planned. Mend them here, or save them and mend the file.</source>
      <translation>Las filas de abajo no se planificaron. Corríjalas aquí, o guárdelas y corrija el archivo.</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>The list could not be read. Nothing was kept.</source>
      <translation>La lista no se pudo leer. No se conservó nada.</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Plan 1 block</source>
      <translation>Planificar 1 bloqueo</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Plan {0} blocks</source>
      <translation>Planificar {0} bloqueos</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>{0} rows, {1} with problems</source>
      <translation>{0} filas, {1} con problemas</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Lists (*.csv *.txt *.tsv)</source>
      <translation>Listas (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>All files (*)</source>
      <translation>Todos los archivos (*)</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Choose a day's list</source>
      <translation>Elija la lista de un día</translation>
    </message>
    <message>
      <location filename="day_list_card" />
      <source>Save the rows with problems</source>
      <translation>Guardar las filas con problemas</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Denial and appeals</source>
      <translation>Denegación y apelaciones</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>What was denied</source>
      <translation>Qué se denegó</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>No entry</source>
      <translation>Sin entrada</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Authorization it answers</source>
      <translation>Autorización a la que responde</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>The payer's reference</source>
      <translation>La referencia del pagador</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Date on the letter</source>
      <translation>Fecha de la carta</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Received on</source>
      <translation>Recibida el</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Choose the reason</source>
      <translation>Elija el motivo</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>The payer's own words</source>
      <translation>Las palabras del propio pagador</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Deadlines, as they stand in the letter</source>
      <translation>Plazos, tal como figuran en la carta</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Add a deadline</source>
      <translation>Añadir un plazo</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Appeals</source>
      <translation>Apelaciones</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Add an appeal</source>
      <translation>Añadir una apelación</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>The end</source>
      <translation>El final</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Still open</source>
      <translation>Todavía abierta</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Closed as</source>
      <translation>Cerrada como</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Level</source>
      <translation>Nivel</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Last day</source>
      <translation>Último día</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>or days</source>
      <translation>o días</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>counted from</source>
      <translation>contados desde</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Not used because</source>
      <translation>No se usa porque</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>No answer yet</source>
      <translation>Todavía sin respuesta</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Sent, or called, on</source>
      <translation>Enviada, o llamada hecha, el</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>How</source>
      <translation>Cómo</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Papers that went with it</source>
      <translation>Documentos que la acompañaron</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Answer</source>
      <translation>Respuesta</translation>
    </message>
    <message>
      <location filename="denial_card" />
      <source>Words</source>
      <translation>Observaciones</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Overdue</source>
      <translation>Fuera de plazo</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>To do</source>
      <translation>Por hacer</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>No deadline entered</source>
      <translation>Sin plazo anotado</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Waiting for the payer</source>
      <translation>A la espera del pagador</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Settled</source>
      <translation>Resuelta</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>today</source>
      <translation>hoy</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>1 day ago</source>
      <translation>hace 1 día</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>in {0} days</source>
      <translation>en {0} días</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>{0} days ago</source>
      <translation>hace {0} días</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>since {0}</source>
      <translation>desde el {0}</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Denial: {0}</source>
      <translation>Denegación: {0}</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Authorization: {0}</source>
      <translation>Autorización: {0}</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>letter of {0}</source>
      <translation>carta del {0}</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Enter the denial with its deadline</source>
      <translation>Anote la denegación con su plazo</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>{0} sent, answer open</source>
      <translation>{0}: hecho, respuesta pendiente</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Enter the deadline of the letter, or close it</source>
      <translation>Anote el plazo de la carta, o ciérrela</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>{0} until this day</source>
      <translation>{0} hasta este día</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>no answer yet</source>
      <translation>todavía sin respuesta</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>{0} {1}{2}: {3}</source>
      <translation>{0} {1}{2}: {3}</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>The changes were not saved. {0}</source>
      <translation>Los cambios no se guardaron. {0}</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>You can read this here, not change it.</source>
      <translation>Puede leer esto aquí, no cambiarlo.</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>Nothing was changed.</source>
      <translation>No se cambió nada.</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>Not saved yet</source>
      <translation>Todavía sin guardar</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>1 field needs a look.</source>
      <translation>1 campo necesita revisión.</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>{0} fields need a look.</source>
      <translation>{0} campos necesitan revisión.</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>Somebody else changed this record</source>
      <translation>Otra persona cambió este registro</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>Your entries are still here. They can be put on top of what was saved meanwhile.</source>
      <translation>Lo que usted anotó sigue aquí. Puede aplicarse sobre lo que se guardó entretanto.</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>Show theirs</source>
      <translation>Mostrar lo de la otra persona</translation>
    </message>
    <message>
      <location filename="details_form" />
      <source>Save mine on top</source>
      <translation>Guardar lo mío encima</translation>
    </message>
    <message>
      <location filename="dialog_card" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="dialog_card" />
      <source>Discard what you typed?</source>
      <translation>¿Descartar lo que escribió?</translation>
    </message>
    <message>
      <location filename="dialog_card" />
      <source>It is not saved.</source>
      <translation>No está guardado.</translation>
    </message>
    <message>
      <location filename="dialog_card" />
      <source>Keep typing</source>
      <translation>Seguir escribiendo</translation>
    </message>
    <message>
      <location filename="dialog_card" />
      <source>Discard</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <location filename="directory_editor" />
      <source>Add to the directory</source>
      <translation>Añadir al directorio</translation>
    </message>
    <message>
      <location filename="directory_editor" />
      <source>No longer in the directory</source>
      <translation>Ya no está en el directorio</translation>
    </message>
    <message>
      <location filename="draft_state" />
      <source>The physician enters this.</source>
      <translation>Esto lo anota el médico.</translation>
    </message>
    <message>
      <location filename="draft_state" />
      <source>Draft discarded.</source>
      <translation>Borrador descartado.</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Drug</source>
      <translation>Fármaco</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Strength as injected</source>
      <translation>Concentración tal como se inyectó</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Syringe</source>
      <translation>Jeringa</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Add a drug to the mixture</source>
      <translation>Añadir un fármaco a la mezcla</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Add a drug</source>
      <translation>Añadir un fármaco</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>New drug</source>
      <translation>Fármaco nuevo</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Or an amount</source>
      <translation>O una cantidad</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>In a syringe of</source>
      <translation>En una jeringa de</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Given in all</source>
      <translation>Administrado en total</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Stated as</source>
      <translation>Indicado como</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Label read as</source>
      <translation>Etiqueta leída como</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Strength on the label</source>
      <translation>Concentración en la etiqueta</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Lot</source>
      <translation>Lote</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Expires</source>
      <translation>Vence</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Vial</source>
      <translation>Vial</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Discarded</source>
      <translation>Desechado</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Brand</source>
      <translation>Marca</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Preservative-free</source>
      <translation>Sin conservantes</translation>
    </message>
    <message>
      <location filename="drug_facts" />
      <source>Buffered</source>
      <translation>Tamponado</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Redo</source>
      <translation>Rehacer</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Discard draft</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Print draft</source>
      <translation>Imprimir borrador</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Sign and lock</source>
      <translation>Firmar y cerrar</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Addendum</source>
      <translation>Adenda</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Next</source>
      <translation>Siguiente</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Signed, later entries saved {0}</source>
      <translation>Firmado, anotaciones posteriores guardadas {0}</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Draft saved {0}</source>
      <translation>Guardado {0}</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Saving</source>
      <translation>Guardando</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>it was opened</source>
      <translation>se abrió</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Not saved since {0}</source>
      <translation>Sin guardar desde {0}</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Nothing to undo.</source>
      <translation>Nada que deshacer.</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>1 item missing to sign</source>
      <translation>Falta 1 para firmar</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>{0} items missing to sign</source>
      <translation>Faltan {0} para firmar</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Not while the record cannot be saved.</source>
      <translation>No mientras el registro no se pueda guardar.</translation>
    </message>
    <message>
      <location filename="editor_footer" />
      <source>Print</source>
      <translation>Imprimir</translation>
    </message>
    <message>
      <location filename="editor_head" />
      <source>Preset</source>
      <translation>Preajuste</translation>
    </message>
    <message>
      <location filename="editor_head" />
      <source>More facts</source>
      <translation>Más datos</translation>
    </message>
    <message>
      <location filename="editor_head" />
      <source>More facts ({0})</source>
      <translation>Más datos ({0})</translation>
    </message>
    <message>
      <location filename="editor_head" />
      <source>The levels can no longer be changed.</source>
      <translation>Los niveles ya no se pueden cambiar.</translation>
    </message>
    <message>
      <location filename="editor_head" />
      <source>Therapeutic block</source>
      <translation>Bloqueo terapéutico</translation>
    </message>
    <message>
      <location filename="editor_head" />
      <source>Copy {0} block levels</source>
      <translation>Copiar niveles del {0}</translation>
    </message>
    <message>
      <location filename="editors" />
      <source>The text is too long. Shorten it by {0} characters.</source>
      <translation>El texto es demasiado largo. Acórtelo {0} caracteres.</translation>
    </message>
    <message>
      <location filename="editors" />
      <source>dd mmm yyyy</source>
      <translation>dd mmm aaaa</translation>
    </message>
    <message>
      <location filename="editors" />
      <source>hh:mm</source>
      <translation>hh:mm</translation>
    </message>
    <message>
      <location filename="editors" />
      <source>Enter {0} or more.</source>
      <translation>Escriba {0} o más.</translation>
    </message>
    <message>
      <location filename="editors" />
      <source>Enter {0} or less.</source>
      <translation>Escriba {0} o menos.</translation>
    </message>
    <message>
      <location filename="editors" />
      <source>Enter a whole number.</source>
      <translation>Escriba un número entero.</translation>
    </message>
    <message>
      <location filename="editors" />
      <source>Enter it in steps of {0}.</source>
      <translation>Escríbalo en pasos de {0}.</translation>
    </message>
    <message>
      <location filename="emergency_card" />
      <source>Emergency access</source>
      <translation>Acceso de emergencia</translation>
    </message>
    <message>
      <location filename="emergency_card" />
      <source>Why must a chart be opened now?</source>
      <translation>¿Por qué hay que abrir una historia ahora?</translation>
    </message>
    <message>
      <location filename="emergency_card" />
      <source>For {0} minutes you can find patients, read their charts and print. You cannot change anything. Each chart you open is recorded with this reason, and every physician and administrator is told.</source>
      <translation>Durante {0} minutos puede buscar pacientes, leer sus historias e imprimir. No puede cambiar nada. Cada historia que abra queda registrada con este motivo, y se avisa a todos los médicos y administradores.</translation>
    </message>
    <message>
      <location filename="emergency_card" />
      <source>Open charts</source>
      <translation>Abrir historias</translation>
    </message>
    <message>
      <location filename="emergency_card" />
      <source>That did not work. Try again.</source>
      <translation>No funcionó. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="emergency_card" />
      <source>Emergency access until {0}: {1}. You can read and print, not change.</source>
      <translation>Acceso de emergencia hasta {0}: {1}. Puede leer e imprimir, no cambiar.</translation>
    </message>
    <message>
      <location filename="emergency_card" />
      <source>End it now</source>
      <translation>Terminarlo ahora</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>Choose the kind</source>
      <translation>Elija el tipo</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>As it stands on the paper.</source>
      <translation>Tal como figura en el documento.</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>Date of the paper</source>
      <translation>Fecha del documento</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>Choose the view</source>
      <translation>Elija la proyección</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>View</source>
      <translation>Proyección</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>Side marker in the image</source>
      <translation>Marcador de lado en la imagen</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>Of no single block</source>
      <translation>De ningún bloqueo en particular</translation>
    </message>
    <message>
      <location filename="enclosure_fields" />
      <source>Of no single complaint</source>
      <translation>De ninguna dolencia en particular</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>I compared them: the pages are this patient's</source>
      <translation>Las he comparado: las páginas son de este paciente</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Take this block</source>
      <translation>Tomar este bloqueo</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Choose a file, or drag it here: PDF, PNG, JPEG or TIFF.</source>
      <translation>Elija un archivo o arrástrelo aquí: PDF, PNG, JPEG o TIFF.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Keep this paper</source>
      <translation>Conservar este documento</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Add a scan</source>
      <translation>Añadir un escaneo</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Reading the file.</source>
      <translation>Leyendo el archivo.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Something is still missing beside the pages.</source>
      <translation>Todavía falta algo al lado de las páginas.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Compare the name and a second identifier with the pages, then tick the box.</source>
      <translation>Compare el nombre y un segundo identificador con las páginas y marque la casilla.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>What this paper is</source>
      <translation>Qué es este documento</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Another file</source>
      <translation>Otro archivo</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Whose paper is this?</source>
      <translation>¿De quién es este documento?</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Nearly the same name: {0}, born {1}, MRN {2}.</source>
      <translation>Casi el mismo nombre: {0}, nac. {1}, MRN {2}.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Find the name and the birth date or the number on every page. They must be these.</source>
      <translation>Busque el nombre y la fecha de nacimiento o el número en cada página. Deben ser estos.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Choose a scan</source>
      <translation>Elija un escaneo</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Papers and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</source>
      <translation>Documentos e imágenes (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Not kept from this file: {0}.</source>
      <translation>No se conservó de este archivo: {0}.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>By its QR code this is the diary of the block {0}.</source>
      <translation>Según su código QR, este es el diario del bloqueo {0}.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>Its QR code is of no block in this chart. Look whose diary this is.</source>
      <translation>Su código QR no es de ningún bloqueo de esta historia. Compruebe de quién es este diario.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>This file could not be read. Choose another one.</source>
      <translation>Este archivo no se pudo leer. Elija otro.</translation>
    </message>
    <message>
      <location filename="enclosure_page" />
      <source>The paper was not kept. Try again.</source>
      <translation>El documento no se conservó. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>Scans</source>
      <translation>Escaneos</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>No scans yet. Drag a PDF or a picture onto the chart, or press Add a scan.</source>
      <translation>Todavía no hay escaneos. Arrastre un PDF o una imagen sobre la historia, o pulse Añadir un escaneo.</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>Scans and papers from outside</source>
      <translation>Escaneos y documentos externos</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>Dated</source>
      <translation>Con fecha</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>Pages</source>
      <translation>Páginas</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>Added</source>
      <translation>Añadido</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>{0} ({1})</source>
      <translation>{0} ({1})</translation>
    </message>
    <message>
      <location filename="enclosures_list" />
      <source>from {0}</source>
      <translation>de {0}</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Mark {0} as entered in error</source>
      <translation>Marcar {0} como registrado por error</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Nobody can take this back. A correction is a new record.</source>
      <translation>Nadie puede deshacer esto. Una corrección es un registro nuevo.</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Reading the paper</source>
      <translation>Leyendo el documento</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>what is wrong with it</source>
      <translation>qué tiene de erróneo</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Mark as entered in error</source>
      <translation>Marcar como registrado por error</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>The whole note</source>
      <translation>La nota completa</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Not diagnostic for some joints</source>
      <translation>No diagnóstico para algunas articulaciones</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Joints that were not tested</source>
      <translation>Articulaciones que no se probaron</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>What is wrong</source>
      <translation>Qué es erróneo</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>With the whole note falls {0}.</source>
      <translation>Con toda la nota cae {0}.</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>{0} may rest on it. Look whether it has to be marked too.</source>
      <translation>{0} puede basarse en ello. Mire si también hay que marcarlo.</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Received by {0}: a correction notice is signed for each.</source>
      <translation>Recibido por {0}: se firma un aviso de corrección para cada uno.</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Nobody is recorded to have received it, so no correction notice is made.</source>
      <translation>No consta que nadie lo haya recibido, así que no se hace ningún aviso de corrección.</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Choose what is wrong.</source>
      <translation>Elija qué es erróneo.</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Choose the joints that were not tested.</source>
      <translation>Elija las articulaciones que no se probaron.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Every row behind the figures: a list of blocks, one of complaints, the doses of twelve months, and the times to sign as counts. Without names a row has a random code; months count from 1.</source>
      <translation>Cada fila que hay detrás de las cifras: una lista de bloqueos, una de dolencias, las dosis de doce meses y los tiempos hasta la firma como recuentos. Sin nombres, cada fila lleva un código aleatorio; los meses cuentan desde 1.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Export figures</source>
      <translation>Exportar cifras</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Everybody with a name, birth date or record number like: {0}.</source>
      <translation>Todos los que tienen un nombre, fecha de nacimiento o número de historia como: {0}.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Export patients</source>
      <translation>Exportar pacientes</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Every patient of the clinic.</source>
      <translation>Todos los pacientes de la clínica.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Export the block list</source>
      <translation>Exportar la lista de bloqueos</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Today's blocks with time, patient, joints and state.</source>
      <translation>Los bloqueos de hoy con hora, paciente, articulaciones y estado.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Export authorizations and denials</source>
      <translation>Exportar autorizaciones y denegaciones</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Every authorization and denial with payer, state, deadline and reason, settled ones too.</source>
      <translation>Cada autorización y cada denegación con pagador, estado, plazo y motivo, también las resueltas.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Export the planned blocks</source>
      <translation>Exportar los bloqueos planificados</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>A line for each check of each planned block: its state, the fact, what to do, and who.</source>
      <translation>Una línea por cada comprobación de cada bloqueo planificado: su estado, el dato, qué hay que hacer y quién.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>With names, record numbers and days</source>
      <translation>Con nombres, números de historia y días</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>what the list is needed for</source>
      <translation>para qué se necesita la lista</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Reason, kept in the audit trail</source>
      <translation>Motivo, se guarda en el registro de auditoría</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Format</source>
      <translation>Formato</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Write why the list needs names.</source>
      <translation>Escriba por qué la lista necesita nombres.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>Save the list</source>
      <translation>Guardar la lista</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>A folder or file of this name is there already. Choose another name.</source>
      <translation>Ya hay una carpeta o un archivo con este nombre. Elija otro nombre.</translation>
    </message>
    <message>
      <location filename="export_card" />
      <source>The lists could not be saved. Nothing was written.</source>
      <translation>Las listas no se pudieron guardar. No se escribió nada.</translation>
    </message>
    <message>
      <location filename="fact_field" />
      <source>That time has not come yet. Check the time.</source>
      <translation>Esa hora todavía no ha llegado. Revise la hora.</translation>
    </message>
    <message>
      <location filename="fact_rows" />
      <source>row {0}</source>
      <translation>fila {0}</translation>
    </message>
    <message>
      <location filename="fact_rows" />
      <source>Remove</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <location filename="figure_card" />
      <source>{0}: table</source>
      <translation>{0}: tabla</translation>
    </message>
    <message>
      <location filename="figure_card" />
      <source>{0}: chart</source>
      <translation>{0}: gráfico</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
      <translation>ene feb mar abr may jun jul ago sep oct nov dic</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: the clinic's own diagnostic blocks with a signed note. Full: concluded positive; soft: negative; dashed: not assessable or response not signed. Left out: {0}.</source>
      <translation>Contado: los bloqueos diagnósticos propios de la clínica con nota firmada. Lleno: concluido positivo; claro: negativo; discontinuo: no valorable o respuesta sin firmar. Excluidos: {0}.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: complaints whose first test lies in the period, as they stand today. Each stage needs all before it; what became of those that went no further stands below: negative, ended by decision, other way (a later step without this one), waiting, lost (no further step for more than {0} days). Percentages are of the stage before. Confirmed: two tests concluded positive at a common joint and side. Ablation: recorded or told since the first test. Left out: blocks that are no test, and those done elsewhere.</source>
      <translation>Contado: las dolencias cuya primera prueba está en el período, tal como están hoy. Cada etapa necesita todas las anteriores; abajo figura qué fue de las que no siguieron: negativo, terminado por decisión, otra vía (un paso posterior sin este), en espera, perdido (ningún paso más durante más de {0} días). Los porcentajes son de la etapa anterior. Confirmado: dos pruebas concluidas positivas en una articulación y un lado comunes. Ablación: registrada o comunicada desde la primera prueba. Excluidos: bloqueos que no son una prueba y los hechos en otro lugar.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>ended</source>
      <translation>terminado</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>other way</source>
      <translation>otra vía</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>waiting</source>
      <translation>en espera</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: tests that the physician concluded positive, of those concluded positive or negative, with Wilson's 95 % interval (1927). Below {0} no percentage. Left out: {1}. Concluded otherwise than the readings computed: {2}. A single positive block is often a false one.</source>
      <translation>Contado: pruebas que el médico concluyó positivas, de las concluidas positivas o negativas, con el intervalo del 95 % de Wilson (1927). Por debajo de {0} no hay porcentaje. Excluidos: {1}. Concluido de otro modo que lo calculado por las lecturas: {2}. Un único bloqueo positivo es a menudo falso.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>The chart shows the {0} largest groups, the table all.</source>
      <translation>El gráfico muestra los {0} grupos más grandes; la tabla, todos.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: {0} blocks given here with a signed note; the others have no value recorded, which is not zero; none used is 0. A dot is a block; more than {1} in a month are a box between the quartiles with a line to the lowest and highest. The bar is the median, from {2} on.</source>
      <translation>Contado: {0} bloqueos hechos aquí con nota firmada; los demás no tienen ningún valor registrado, lo que no es cero; si no se usó ninguna es 0. Un punto es un bloqueo; más de {1} en un mes son una caja entre los cuartiles con una línea hasta el mínimo y el máximo. La barra es la mediana, a partir de {2}.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>{0} patients have every value.</source>
      <translation>{0} pacientes tienen todos los valores.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Median {0}, highest known {1} {2}.</source>
      <translation>Mediana {0}, máximo conocido {1} {2}.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>{0} to below {1} {2}</source>
      <translation>de {0} a menos de {1} {2}</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: patients of these blocks, each with the sum in {0} of all blocks given here in the 12 months to the end of the period, by any physician; each bar begins at the number below it. Full: every value recorded; soft: a value is missing, so the sum is a least one. Left out: {1} patients without any value. {2}</source>
      <translation>Contado: pacientes de estos bloqueos, cada uno con la suma en {0} de todos los bloqueos hechos aquí en los 12 meses hasta el fin del período, por cualquier médico; cada barra empieza en el número de abajo. Lleno: todos los valores registrados; claro: falta un valor, así que la suma es un mínimo. Excluidos: {1} pacientes sin ningún valor. {2}</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: {0} of the clinic's own tests, those whose second day has passed. Full: score known; soft: asked, but not known; dashed: not asked. Both sides of a block count once. The 24 h score was entered within {1} days in {2}.</source>
      <translation>Contado: {0} de las pruebas propias de la clínica, aquellas cuyo segundo día ya pasó. Lleno: puntuación conocida; claro: preguntada, pero no conocida; discontinuo: no preguntada. Ambos lados de un bloqueo cuentan una vez. La puntuación de 24 h se anotó en un plazo de {1} días en {2}.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: {0} signed notes, from opening the record of the block to signing it, with every pause. Each bar: up to the time below it; the median: {1}. Shown only for all of them together.</source>
      <translation>Contado: {0} notas firmadas, desde que se abrió el registro del bloqueo hasta que se firmó, con todas las pausas. Cada barra: hasta el tiempo de abajo; la mediana: {1}. Se muestra solo para todas juntas.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>{0} signed notes: fewer than {1} are not shown.</source>
      <translation>{0} notas firmadas: menos de {1} no se muestran.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>more</source>
      <translation>más</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>Counted: blocks given here with a signed note; scores and responses of tests whose second day has passed; doses of blocks with fluoroscopy; weight as the patient's record has it today. Left out: blocks done elsewhere.</source>
      <translation>Contado: bloqueos hechos aquí con nota firmada; puntuaciones y respuestas de pruebas cuyo segundo día ya pasó; dosis de bloqueos con fluoroscopia; peso tal como figura hoy en los datos del paciente. Excluidos: bloqueos hechos en otro lugar.</translation>
    </message>
    <message>
      <location filename="findings" />
      <source>Enter it</source>
      <translation>Anotarlo</translation>
    </message>
    <message>
      <location filename="findings" />
      <source>Enter what is missing: {0}</source>
      <translation>Anotar lo que falta: {0}</translation>
    </message>
    <message>
      <location filename="findings" />
      <source>{0}, source of: {1}</source>
      <translation>{0}, origen de: {1}</translation>
    </message>
    <message>
      <location filename="findings" />
      <source>Scan: {0}</source>
      <translation>Escaneo: {0}</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>Welcome to MBB Desktop</source>
      <translation>Bienvenido a MBB Desktop</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>Your clinic</source>
      <translation>Su clínica</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>The first physician</source>
      <translation>El primer médico</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>The recovery code</source>
      <translation>El código de recuperación</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>Back</source>
      <translation>Atrás</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>Version {0}</source>
      <translation>Versión {0}</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>Step {0} of {1}</source>
      <translation>Paso {0} de {1}</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>Create clinic</source>
      <translation>Crear la clínica</translation>
    </message>
    <message>
      <location filename="first_run" />
      <source>Continue</source>
      <translation>Continuar</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>New clinic</source>
      <translation>Clínica nueva</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Open the sample clinic</source>
      <translation>Abrir la clínica de muestra</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Restore a backup</source>
      <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Makes an encrypted record store on this computer. Takes two minutes.</source>
      <translation>Crea un almacén de registros cifrado en este equipo. Tarda dos minutos.</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Invented patients, to try everything. Nothing mixes with real records.</source>
      <translation>Pacientes inventados, para probarlo todo. Nada se mezcla con registros reales.</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Brings a clinic back from its backup folder.</source>
      <translation>Recupera una clínica desde su carpeta de copias de seguridad.</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Clinic name</source>
      <translation>Nombre de la clínica</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Fax (optional)</source>
      <translation>Fax (opcional)</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Paper size</source>
      <translation>Tamaño del papel</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>The name is missing. Letters and notes are headed with it.</source>
      <translation>Falta el nombre. Encabeza las cartas y las notas.</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>The phone number is missing. Patients are told to call it.</source>
      <translation>Falta el número de teléfono. Es al que se pide llamar a los pacientes.</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Choose the paper that your printer holds.</source>
      <translation>Elija el papel que tiene su impresora.</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Name, as printed</source>
      <translation>Nombre, tal como se imprime</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>A. Okafor</source>
      <translation>A. Okafor</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>MD</source>
      <translation>MD</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Specialty (optional)</source>
      <translation>Especialidad (opcional)</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>NPI (optional)</source>
      <translation>NPI (opcional)</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>Signing PIN</source>
      <translation>PIN de firma</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>4 to 8 digits.</source>
      <translation>De 4 a 8 dígitos.</translation>
    </message>
    <message>
      <location filename="first_run_steps" />
      <source>The name is missing. It stands under every note.</source>
      <translation>Falta el nombre. Figura al pie de cada nota.</translation>
    </message>
    <message>
      <location filename="frame" />
      <source>Demo clinic: sample patients only</source>
      <translation>Clínica de demostración: solo pacientes de muestra</translation>
    </message>
    <message>
      <location filename="frame" />
      <source>Locks in {0} s. Press a key to stay.</source>
      <translation>Se bloquea en {0} s. Pulse una tecla para seguir.</translation>
    </message>
    <message>
      <location filename="frame" />
      <source>Lock</source>
      <translation>Bloquear pantalla</translation>
    </message>
    <message>
      <location filename="frame" />
      <source>Find a patient or a command</source>
      <translation>Buscar un paciente o una orden</translation>
    </message>
    <message>
      <location filename="frame" />
      <source>Keys</source>
      <translation>Teclas</translation>
    </message>
    <message>
      <location filename="gaps" />
      <source>Sign with � in the place of these characters</source>
      <translation>Firmar con � en lugar de estos caracteres</translation>
    </message>
    <message>
      <location filename="gaps" />
      <source>Some characters cannot be printed</source>
      <translation>Algunos caracteres no se pueden imprimir</translation>
    </message>
    <message>
      <location filename="given_card" />
      <source>Who received {0}?</source>
      <translation>¿Quién recibió {0}?</translation>
    </message>
    <message>
      <location filename="given_card" />
      <source>The record keeps it, so that a correction can follow.</source>
      <translation>El registro lo guarda, para que pueda seguir una corrección.</translation>
    </message>
    <message>
      <location filename="given_card" />
      <source>Nobody yet</source>
      <translation>Nadie todavía</translation>
    </message>
    <message>
      <location filename="given_card" />
      <source>Record</source>
      <translation>Registrar</translation>
    </message>
    <message>
      <location filename="given_card" />
      <source>It was not recorded. Try again.</source>
      <translation>No se registró. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>It is {0} now. What you changed after that is not in it.</source>
      <translation>Ahora está {0}. Lo que usted cambió después no está incluido.</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>The record was closed</source>
      <translation>El registro se cerró</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>The record was signed</source>
      <translation>El registro se firmó</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>The physician signed it meanwhile. What you changed after that is not in it, except recovery and discharge. Tell the physician, who can add an addendum.</source>
      <translation>El médico lo firmó entretanto. Lo que usted cambió después no está incluido, salvo la recuperación y el alta. Avise al médico, que puede añadir una adenda.</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>The response was signed meanwhile, or the block was entered in error. It takes no scores now.</source>
      <translation>La respuesta se firmó entretanto, o el bloqueo se marcó como registrado por error. Ya no admite puntuaciones.</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>Not kept: {0}. Tell the physician, who can add an addendum.</source>
      <translation>No se conservó: {0}. Avise al médico, que puede añadir una adenda.</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>The scores were not kept</source>
      <translation>Las puntuaciones no se conservaron</translation>
    </message>
    <message>
      <location filename="guarded_card" />
      <source>Your own passphrase</source>
      <translation>Su propia frase de contraseña</translation>
    </message>
    <message>
      <location filename="guarded_card" />
      <source>Put in force</source>
      <translation>Poner en vigor</translation>
    </message>
    <message>
      <location filename="guarded_card" />
      <source>Enter the passphrase that you use now.</source>
      <translation>Escriba la frase de contraseña que usa ahora.</translation>
    </message>
    <message>
      <location filename="guarded_card" />
      <source>This is not your passphrase. Nothing was changed.</source>
      <translation>Esta no es su frase de contraseña. No se cambió nada.</translation>
    </message>
    <message>
      <location filename="guarded_card" />
      <source>It was not changed. Try again.</source>
      <translation>No se cambió. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>There is no block yet. Plan one first; its papers are printed here.</source>
      <translation>Todavía no hay ningún bloqueo. Planifique uno primero; sus documentos se imprimen aquí.</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Papers for the patient</source>
      <translation>Documentos para el paciente</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Choose the block</source>
      <translation>Elija el bloqueo</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Where it hurts, in this language</source>
      <translation>Dónde duele, en este idioma</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>What brings it on, in this language</source>
      <translation>Qué lo provoca, en este idioma</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Print later</source>
      <translation>Imprimir más tarde</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Show the paper</source>
      <translation>Mostrar el documento</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Not recorded yet: {0}. Handout and diary need it, but no signature.</source>
      <translation>Todavía sin registrar: {0}. La hoja y el diario lo necesitan, pero no necesitan firma.</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>There is no paper in the patient's language. Choose one to be read to them.</source>
      <translation>No hay ningún documento en el idioma del paciente. Elija uno para leérselo.</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>The clinic's after-hours phone is not set: write it on the line by hand.</source>
      <translation>El teléfono de la clínica fuera de horario no está indicado: escríbalo a mano en la línea.</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>The tested pain is not described: write it on the line by hand.</source>
      <translation>El dolor que se prueba no está descrito: escríbalo a mano en la línea.</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>Nobody in the clinic has approved this wording yet. That is done in Settings, Templates.</source>
      <translation>Nadie en la clínica ha aprobado todavía estas palabras. Se hace en Ajustes, Plantillas.</translation>
    </message>
    <message>
      <location filename="handout_card" />
      <source>The paper could not be made. Try again.</source>
      <translation>El documento no se pudo hacer. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Import people</source>
      <translation>Importar personas</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>People</source>
      <translation>Personas</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Refused</source>
      <translation>Rechazado</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Record number of the chosen person</source>
      <translation>Número de historia de la persona elegida</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Reading</source>
      <translation>Leyendo</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>A FHIR R4 file: one Patient, a Bundle, or one resource per line. Nothing is kept yet.</source>
      <translation>Un archivo FHIR R4: un Patient, un Bundle o un recurso por línea. Todavía no se conserva nada.</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Import</source>
      <translation>Importar</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Person</source>
      <translation>Persona</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Record number</source>
      <translation>Número de historia</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Where in the file</source>
      <translation>Dónde en el archivo</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>In the list already</source>
      <translation>Ya en la lista</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Record number needed</source>
      <translation>Falta el número de historia</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Has remarks</source>
      <translation>Tiene observaciones</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>New</source>
      <translation>Nuevo</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>FHIR (*.json *.ndjson *.jsonl)</source>
      <translation>FHIR (*.json *.ndjson *.jsonl)</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Choose a FHIR file</source>
      <translation>Elija un archivo FHIR</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source> {0} other records passed over.</source>
      <translation> Se omitieron {0} registros de otro tipo.</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>{0} refused</source>
      <translation>{0} rechazados</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>{0} people found, {1} refused.</source>
      <translation>{0} personas encontradas, {1} rechazadas.</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>giver not named</source>
      <translation>emisor no indicado</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Numbers in the file: {0}</source>
      <translation>Números en el archivo: {0}</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Import 1 person</source>
      <translation>Importar 1 persona</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>Import {0} people</source>
      <translation>Importar {0} personas</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>{0} still need a record number</source>
      <translation>{0} necesitan todavía un número de historia</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>{0} not imported</source>
      <translation>{0} sin importar</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>1 person added.</source>
      <translation>Se añadió 1 persona.</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>{0} people added.</source>
      <translation>Se añadieron {0} personas.</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>The file could not be imported. Nothing was kept.</source>
      <translation>El archivo no se pudo importar. No se conservó nada.</translation>
    </message>
    <message>
      <location filename="import_card" />
      <source>In the list: {0}, born {1}, MRN {2}</source>
      <translation>En la lista: {0}, nac. {1}, MRN {2}</translation>
    </message>
    <message>
      <location filename="informants" />
      <source>Partner or family</source>
      <translation>Pareja o familiar</translation>
    </message>
    <message>
      <location filename="kept_cards" />
      <source>Your role was changed while the program was locked, so the card does not come back.</source>
      <translation>Su función cambió mientras el programa estaba bloqueado; por eso el formulario no vuelve a abrirse.</translation>
    </message>
    <message>
      <location filename="kept_cards" />
      <source>What you typed is not kept</source>
      <translation>Lo que escribió no se conserva</translation>
    </message>
    <message>
      <location filename="kept_cards" />
      <source>This record was made one with another while the program was locked. Check that what you typed is about this person.</source>
      <translation>Este registro se unió con otro mientras el programa estaba bloqueado. Compruebe que lo que escribió trata de esta persona.</translation>
    </message>
    <message>
      <location filename="keys_card" />
      <source>On this screen</source>
      <translation>En esta pantalla</translation>
    </message>
    <message>
      <location filename="keys_card" />
      <source>Everywhere</source>
      <translation>En todas partes</translation>
    </message>
    <message>
      <location filename="keys_card" />
      <source>Phrases: the code, then Space or Tab</source>
      <translation>Frases: el código y después Espacio o Tab</translation>
    </message>
    <message>
      <location filename="late_notices_card" />
      <source>Correction notices for {0}</source>
      <translation>Avisos de corrección de {0}</translation>
    </message>
    <message>
      <location filename="late_notices_card" />
      <source>Each is signed, and stays open until it is sent.</source>
      <translation>Cada uno se firma y queda abierto hasta que se envía.</translation>
    </message>
    <message>
      <location filename="late_notices_card" />
      <source>Somebody was recorded as having received it after it was marked.</source>
      <translation>Consta que alguien lo recibió después de que se marcara.</translation>
    </message>
    <message>
      <location filename="late_notices_card" />
      <source>Sign the notices</source>
      <translation>Firmar los avisos</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Letter that asks for an ablation</source>
      <translation>Carta que solicita una ablación</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>After signing, the letter cannot be changed. Each copy is the same.</source>
      <translation>Después de firmar, la carta no se puede cambiar. Cada copia es igual.</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Referral</source>
      <translation>Derivación</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Prior authorization</source>
      <translation>Autorización previa</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Ablation planned (optional)</source>
      <translation>Ablación prevista (opcional)</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>thermal, above 80 °C, fluoroscopy, no sedation</source>
      <translation>térmica, más de 80 °C, fluoroscopia, sin sedación</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>The criteria take method and temperature from the complaint, not from these words.</source>
      <translation>Los criterios toman el método y la temperatura de la dolencia, no de estas palabras.</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Earlier ablation (optional)</source>
      <translation>Ablación anterior (opcional)</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Copies to (optional)</source>
      <translation>Copias para (opcional)</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>separate with ;</source>
      <translation>separe con ;</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Your own paragraph (optional)</source>
      <translation>Su propio párrafo (opcional)</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>office, ASC or hospital outpatient</source>
      <translation>consultorio, centro quirúrgico ambulatorio u hospital ambulatorio</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Place of the ablation (optional)</source>
      <translation>Lugar de la ablación (opcional)</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>the day or month</source>
      <translation>el día o el mes</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Planned for (optional)</source>
      <translation>Prevista para (opcional)</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Your own words name {0}, and this letter is about {1}. Change them, or sign if they are right.</source>
      <translation>Sus propias palabras nombran {0}, y esta carta trata de {1}. Cámbielas, o firme si son correctas.</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Look at the draft</source>
      <translation>Ver el borrador</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Sign the letter</source>
      <translation>Firmar la carta</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Choose whom the letter goes to, or add them to the directory.</source>
      <translation>Elija a quién va la carta, o añádalo al directorio.</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>nothing confirmed yet</source>
      <translation>todavía nada confirmado</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Request: {0}</source>
      <translation>Solicitud: {0}</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>The letter will say so: not in our record, or not met</source>
      <translation>La carta lo dirá: no consta en nuestro registro, o no se cumple</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>A letter to a payer also lists what is missing for it; not yet there: {0}.</source>
      <translation>Una carta a un pagador también enumera lo que le falta; todavía no consta: {0}.</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Signed before: {0} on {1}; it {2}.</source>
      <translation>Firmado antes: {0} el {1}; {2}.</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Signed before: {0} on {1}.</source>
      <translation>Firmado antes: {0} el {1}.</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>The letter could not be made. Try again.</source>
      <translation>La carta no se pudo hacer. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Draft, not ready</source>
      <translation>Borrador, no está listo</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Write the letter</source>
      <translation>Escribir la carta</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Request and other rules</source>
      <translation>Solicitud y otras reglas</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Kind of letter</source>
      <translation>Tipo de carta</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Pages of the draft</source>
      <translation>Páginas del borrador</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Draft, ready to sign</source>
      <translation>Borrador, listo para firmar</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Nothing keeps this letter from being signed.</source>
      <translation>Nada impide firmar esta carta.</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>And {0} more.</source>
      <translation>Y {0} más.</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>Before signing: {0}</source>
      <translation>Antes de firmar: {0}</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>It prints no gap.</source>
      <translation>No imprime ningún vacío.</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>It prints 1 gap: not in our record, not yet, or not met.</source>
      <translation>Imprime 1 vacío: no consta en nuestro registro, todavía no, o no se cumple.</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>It prints {0} gaps: not in our record, not yet, or not met.</source>
      <translation>Imprime {0} vacíos: no consta en nuestro registro, todavía no, o no se cumple.</translation>
    </message>
    <message>
      <location filename="letter_pane" />
      <source>The draft could not be made. Open the chart again.</source>
      <translation>El borrador no se pudo hacer. Abra la historia de nuevo.</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Preview</source>
      <translation>Vista previa</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>It came out</source>
      <translation>Salió</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>It did not</source>
      <translation>No salió</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Mark this one as sent</source>
      <translation>Marcar este como enviado</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Put back on the list</source>
      <translation>Devolver a la lista</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Print nevertheless</source>
      <translation>Imprimir de todos modos</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Not needed</source>
      <translation>No hace falta</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>one side</source>
      <translation>una cara</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>No printer</source>
      <translation>Sin impresora</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>{0} copies</source>
      <translation>{0} copias</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Printer</source>
      <translation>Impresora</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Change</source>
      <translation>Cambiar</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>{0} is not ready. It becomes ready by its signature alone. Missing:</source>
      <translation>{0} no está listo. Solo queda listo con su firma. Falta:</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>Printing, outcome unknown: it went to {0} at {1}, and nobody noted the end. Look at the printer. Did it come out?</source>
      <translation>Imprimiendo, resultado desconocido: se envió a {0} a las {1} y nadie anotó el final. Mire la impresora. ¿Salió?</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>The paper could not be shown. Try again.</source>
      <translation>El documento no se pudo mostrar. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>Letters</source>
      <translation>Cartas</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>Blocks of each joint and side</source>
      <translation>Bloqueos de cada articulación y lado</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>Ready to sign</source>
      <translation>Listo para firmar</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>Request</source>
      <translation>Solicitud</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>Nothing yet.</source>
      <translation>Todavía nada.</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>{0}
{1}</source>
      <translation>{0}
{1}</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>{0}
Not ready: {1}</source>
      <translation>{0}
No está listo: {1}</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>Open {0}</source>
      <translation>Abrir {0}</translation>
    </message>
    <message>
      <location filename="letter_state" />
      <source>Packet for {0}</source>
      <translation>Paquete para {0}</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Filter: name, number, to</source>
      <translation>Filtro: nombre, número, destinatario</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>To print and send</source>
      <translation>Para imprimir y enviar</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Select all</source>
      <translation>Seleccionar todo</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Save as PDF</source>
      <translation>Guardar como PDF</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Mark as sent</source>
      <translation>Marcar como enviado</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Stop after this one</source>
      <translation>Parar después de este</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Not complete</source>
      <translation>Incompleto</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Ready</source>
      <translation>Listo</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Failed</source>
      <translation>Fallido</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Printed</source>
      <translation>Impreso</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Faxed</source>
      <translation>Por fax</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Sent</source>
      <translation>Enviado</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Document</source>
      <translation>Documento</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Shown</source>
      <translation>Se muestran</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>select</source>
      <translation>seleccionar</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>filter</source>
      <translation>filtrar</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Printed today: {0}</source>
      <translation>Impreso hoy: {0}</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Nothing here has these words.</source>
      <translation>Nada aquí tiene estas palabras.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Every paper is complete.</source>
      <translation>Todos los documentos están completos.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Nothing to print.</source>
      <translation>Nada que imprimir.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Nothing failed.</source>
      <translation>No falló nada.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Nothing in the last seven days.</source>
      <translation>Nada en los últimos siete días.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Print {0}</source>
      <translation>Imprimir {0}</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Save {0} as PDF</source>
      <translation>Guardar {0} como PDF</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Mark {0} as sent</source>
      <translation>Marcar {0} como enviado</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>No paper is chosen that can go out.</source>
      <translation>No se eligió ningún documento que pueda salir.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Wait until it has printed.</source>
      <translation>Espere hasta que se haya impreso.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>The list could not be read. Open the page again.</source>
      <translation>La lista no se pudo leer. Abra la página de nuevo.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Printing {0} of {1} jobs</source>
      <translation>Imprimiendo {0} de {1} trabajos</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Stopping</source>
      <translation>Parando</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>1 paper printed.</source>
      <translation>Se imprimió 1 documento.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>{0} papers printed.</source>
      <translation>Se imprimieron {0} documentos.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>{0} not begun; they stay on the list.</source>
      <translation>{0} sin empezar; siguen en la lista.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Folder for the PDFs</source>
      <translation>Carpeta para los PDF</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Saved {0} into {1}.</source>
      <translation>Se guardaron {0} en {1}.</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>The papers could not be saved. Try again.</source>
      <translation>Los documentos no se pudieron guardar. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>Not final</source>
      <translation>No definitivo</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>For the patient</source>
      <translation>Para el paciente</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>Printing</source>
      <translation>Imprimiendo</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>1 item missing</source>
      <translation>Falta 1 elemento</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>Ordered {0} by {1}</source>
      <translation>Ordenado {0} por {1}</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>{0} {1} by {2}</source>
      <translation>{0} {1} por {2}</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>{0} on {1}</source>
      <translation>{0} en {1}</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>{0} to {1} {2}, recorded by {3}</source>
      <translation>{0} a {1} {2}, registrado por {3}</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>1 letter</source>
      <translation>1 carta</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>{0} letters</source>
      <translation>{0} cartas</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>1 note</source>
      <translation>1 nota</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>1 other</source>
      <translation>1 otro</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>{0} others</source>
      <translation>{0} otros</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>Printed?</source>
      <translation>¿Impreso?</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Levels and side</source>
      <translation>Niveles y lado</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Left</source>
      <translation>Izquierda</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Right</source>
      <translation>Derecha</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Bilateral</source>
      <translation>Bilateral</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Lumbar</source>
      <translation>Lumbar</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Side: {0}</source>
      <translation>Lado: {0}</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Region of bare digits: {0}</source>
      <translation>Región de las cifras solas: {0}</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Side</source>
      <translation>Lado</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Levels and side, for example {0}</source>
      <translation>Niveles y lado, por ejemplo {0}</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Type levels and side, or click joints on the spine.</source>
      <translation>Escriba los niveles y el lado, o haga clic en las articulaciones de la columna.</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Mixed</source>
      <translation>Mixto</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Plan says {0}</source>
      <translation>El plan dice {0}</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Type the levels first, or click a joint on its side.</source>
      <translation>Escriba primero los niveles, o haga clic en una articulación en su lado.</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Side changed to {0}</source>
      <translation>Lado cambiado a {0}</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>{0} alone</source>
      <translation>solo {0}</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>{0} {1} serves two joints. Which one?</source>
      <translation>{0} {1} sirve a dos articulaciones. ¿Cuál?</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Remove {0}</source>
      <translation>Quitar {0}</translation>
    </message>
    <message>
      <location filename="levels_panel" />
      <source>Add {0}</source>
      <translation>Añadir {0}</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>Joints and side</source>
      <translation>Articulaciones y lado</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>Birth date</source>
      <translation>Fecha de nacimiento</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>In the record under this MRN: {0}, born {1}</source>
      <translation>En el registro con este MRN: {0}, nac. {1}</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>Begin a complaint for these levels: {0}</source>
      <translation>Abrir una dolencia para estos niveles: {0}</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>Add as a new patient: {0}</source>
      <translation>Añadir como paciente nuevo: {0}</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>Line</source>
      <translation>Línea</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>Problem</source>
      <translation>Problema</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Unlock</source>
      <translation>Desbloquear</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Use recovery code</source>
      <translation>Usar el código de recuperación</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Use passphrase</source>
      <translation>Usar la frase de contraseña</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Nobody has access yet</source>
      <translation>Todavía nadie tiene acceso</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Unlocking</source>
      <translation>Desbloqueando</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>MBB Desktop</source>
      <translation>MBB Desktop</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>No patient information is shown while locked.   Version {0}</source>
      <translation>Con la pantalla bloqueada no se muestra información de pacientes.   Versión {0}</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Switch user</source>
      <translation>Cambiar de usuario</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Up and Down choose who it is</source>
      <translation>Arriba y Abajo eligen quién es</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Sample clinic, invented patients only. Passphrase: {0}   PIN: {1}</source>
      <translation>Clínica de muestra, solo pacientes inventados. Frase de contraseña: {0}   PIN: {1}</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>PIN</source>
      <translation>PIN</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>Passphrase</source>
      <translation>Frase de contraseña</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>A PIN has only digits. This was not counted as a try.</source>
      <translation>Un PIN solo tiene cifras. Esto no se ha contado como intento.</translation>
    </message>
    <message>
      <location filename="lock_page" />
      <source>{0} s left.</source>
      <translation>Quedan {0} s.</translation>
    </message>
    <message>
      <location filename="locked_copy_card" />
      <source>Save a locked copy</source>
      <translation>Guardar una copia protegida</translation>
    </message>
    <message>
      <location filename="locked_copy_card" />
      <source>Passphrase of this copy</source>
      <translation>Frase de contraseña de esta copia</translation>
    </message>
    <message>
      <location filename="locked_copy_card" />
      <source>Nobody opens the copy without this passphrase, and the program keeps it nowhere: write it down. Tell it to the receiver by telephone, never in the same message.</source>
      <translation>Nadie abre la copia sin esta frase de contraseña, y el programa no la guarda en ninguna parte: anótela. Dígasela al destinatario por teléfono, nunca en el mismo mensaje.</translation>
    </message>
    <message>
      <location filename="locked_copy_card" />
      <source>It is a copy. What archives keep is the paper itself, saved without one.</source>
      <translation>Es una copia. Lo que se archiva es el documento mismo, guardado sin ella.</translation>
    </message>
    <message>
      <location filename="locked_copy_card" />
      <source>Choose where</source>
      <translation>Elegir dónde</translation>
    </message>
    <message>
      <location filename="logo_editor" />
      <source>Picture on top of the papers</source>
      <translation>Imagen en la parte superior de los documentos</translation>
    </message>
    <message>
      <location filename="logo_editor" />
      <source>Choose a picture</source>
      <translation>Elegir una imagen</translation>
    </message>
    <message>
      <location filename="logo_editor" />
      <source>Remove the picture</source>
      <translation>Quitar la imagen</translation>
    </message>
    <message>
      <location filename="logo_editor" />
      <source>PNG, JPEG, GIF or SVG, up to 5 MB. Clear parts print white.</source>
      <translation>PNG, JPEG, GIF o SVG, hasta 5 MB. Las partes transparentes se imprimen en blanco.</translation>
    </message>
    <message>
      <location filename="logo_editor" />
      <source>Pictures (*.png *.jpg *.jpeg *.gif *.svg)</source>
      <translation>Imágenes (*.png *.jpg *.jpeg *.gif *.svg)</translation>
    </message>
    <message>
      <location filename="logo_editor" />
      <source>The picture could not be kept. Try again.</source>
      <translation>La imagen no se pudo conservar. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Search</source>
      <translation>Buscar</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Show them</source>
      <translation>Mostrarlos</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Uses of the lot</source>
      <translation>Usos del lote</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Nothing searched yet.</source>
      <translation>Todavía no se ha buscado nada.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Who received it</source>
      <translation>Quién lo recibió</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Searching</source>
      <translation>Buscando</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>What to look for</source>
      <translation>Qué buscar</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Lot, or its beginning</source>
      <translation>Lote, o su comienzo</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Drug or brand, or its beginning</source>
      <translation>Fármaco o marca, o su comienzo</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Exactly this lot</source>
      <translation>Exactamente este lote</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Had expired when used</source>
      <translation>Estaba vencido cuando se usó</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>No lot recorded</source>
      <translation>Sin lote registrado</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>open the chart</source>
      <translation>abrir la historia</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Expiry</source>
      <translation>Vencimiento</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Lot {0} is recorded with different expiry dates: {1}. Check which is right.</source>
      <translation>El lote {0} está registrado con fechas de caducidad distintas: {1}. Compruebe cuál es la correcta.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>any drug</source>
      <translation>cualquier fármaco</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>1 use of {0} has no lot recorded: it may be of any lot.</source>
      <translation>1 uso de {0} no tiene lote registrado: puede ser de cualquier lote.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>{0} uses of {1} have no lot recorded: each may be of any lot.</source>
      <translation>{0} usos de {1} no tienen lote registrado: cada uno puede ser de cualquier lote.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Nobody received what you are looking for.</source>
      <translation>Nadie recibió lo que busca.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>1 patient</source>
      <translation>1 paciente</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>{0} patients</source>
      <translation>{0} pacientes</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source> There are more: narrow the search by its days.</source>
      <translation> Hay más: acote la búsqueda por días.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>1 use</source>
      <translation>1 uso</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>{0} uses</source>
      <translation>{0} usos</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>It could not be searched. Try again.</source>
      <translation>No se pudo buscar. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Export the list of a lot</source>
      <translation>Exportar la lista de un lote</translation>
    </message>
    <message>
      <location filename="lots_page" />
      <source>Every use that was found, with patient, drug, lot, expiry and physician.</source>
      <translation>Cada uso que se encontró, con paciente, fármaco, lote, vencimiento y médico.</translation>
    </message>
    <message>
      <location filename="lp_job" />
      <source>{0} did not take the paper. Check it, then print again.</source>
      <translation>{0} no tomó el papel. Revísela e imprima de nuevo.</translation>
    </message>
    <message>
      <location filename="lp_job" />
      <source>{0} did not take the paper ({1}). Check it, then print again.</source>
      <translation>{0} no tomó el papel ({1}). Revísela e imprima de nuevo.</translation>
    </message>
    <message>
      <location filename="lp_job" />
      <source>{0} does not answer. Check it, then print again.</source>
      <translation>{0} no responde. Revísela e imprima de nuevo.</translation>
    </message>
    <message>
      <location filename="lp_job" />
      <source>{0} still has the paper in its queue. Look there.</source>
      <translation>{0} todavía tiene el documento en su cola. Mire allí.</translation>
    </message>
    <message>
      <location filename="lp_job" />
      <source>the job was broken off</source>
      <translation>el trabajo se interrumpió</translation>
    </message>
    <message>
      <location filename="lp_job" />
      <source>the job was stopped</source>
      <translation>el trabajo se detuvo</translation>
    </message>
    <message>
      <location filename="lp_job" />
      <source>it is stopped</source>
      <translation>está detenida</translation>
    </message>
    <message>
      <location filename="main_window" />
      <source>Still saving</source>
      <translation>Todavía guardando</translation>
    </message>
    <message>
      <location filename="main_window" />
      <source>The last change is being written. Close the window again in a moment.</source>
      <translation>Se está escribiendo el último cambio. Cierre la ventana de nuevo en un momento.</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Make two records one</source>
      <translation>Unir dos registros en uno</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>This record stays</source>
      <translation>Este registro se queda</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>This one becomes part of it</source>
      <translation>Este pasa a formar parte de él</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Nothing is moved or deleted. Signed papers keep what they say; every complaint, block and paper is found and counted under the record that stays. Allergies of both stand.</source>
      <translation>No se mueve ni se borra nada. Los documentos firmados conservan lo que dicen; cada dolencia, bloqueo y documento se encuentra y se cuenta bajo el registro que se queda. Las alergias de ambos siguen valiendo.</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>how you know that they are one person</source>
      <translation>cómo sabe que son una sola persona</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>complaint</source>
      <translation>dolencia</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>complaints</source>
      <translation>dolencias</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>block</source>
      <translation>bloqueo</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>blocks</source>
      <translation>bloqueos</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>signed papers</source>
      <translation>documentos firmados</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>asked below</source>
      <translation>se pregunta abajo</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Besides the numbers both records say the same.</source>
      <translation>Aparte de los números, ambos registros dicen lo mismo.</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Family name</source>
      <translation>Apellidos</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Given name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Born</source>
      <translation>Nacimiento</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Sex</source>
      <translation>Sexo</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Member id</source>
      <translation>N.º de afiliado</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Allergies</source>
      <translation>Alergias</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Implanted device</source>
      <translation>Dispositivo implantado</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Pregnancy</source>
      <translation>Embarazo</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Weight</source>
      <translation>Peso</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Deceased</source>
      <translation>Fallecido</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Last four characters of the MRN of the record that becomes part</source>
      <translation>Últimos cuatro caracteres del MRN del registro que pasa a formar parte</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Last four characters of the MRN</source>
      <translation>Últimos cuatro caracteres del MRN</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Make them one</source>
      <translation>Unirlos</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>That is not its number. Stop and compare them again.</source>
      <translation>Ese no es su número. Deténgase y compárelos de nuevo.</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>Nothing was changed. Try again.</source>
      <translation>No se cambió nada. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="messages" />
      <source>A file could not be used: {0}. Check the folder and the disk, then try again.</source>
      <translation>No se pudo usar un archivo: {0}. Revise la carpeta y el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="messages" />
      <source>Try again</source>
      <translation>Intentar de nuevo</translation>
    </message>
    <message>
      <location filename="messages" />
      <source>The program made a mistake; a report was written.</source>
      <translation>El programa cometió un error; se escribió un informe.</translation>
    </message>
    <message>
      <location filename="messages" />
      <source>Not saved since {0}. {1}</source>
      <translation>Sin guardar desde {0}. {1}</translation>
    </message>
    <message>
      <location filename="messages" />
      <source>That did not work</source>
      <translation>No funcionó</translation>
    </message>
    <message>
      <location filename="messages" />
      <source>The program made a mistake</source>
      <translation>El programa cometió un error</translation>
    </message>
    <message>
      <location filename="messages" />
      <source>What was saved before is kept. A report without patient data is in {0}. Close this and try again; if it happens again, restart the program.</source>
      <translation>Lo que se guardó antes se conserva. En {0} hay un informe sin datos de pacientes. Cierre esto e inténtelo de nuevo; si vuelve a pasar, reinicie el programa.</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Team, room and purpose</source>
      <translation>Equipo, sala y propósito</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Times</source>
      <translation>Horas</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Vital signs and last pain medicine</source>
      <translation>Signos vitales y último analgésico</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Level count and anatomy</source>
      <translation>Recuento de niveles y anatomía</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Technique and fluoroscopy details</source>
      <translation>Detalles de técnica y fluoroscopia</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Each target</source>
      <translation>Cada punto</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Drugs: lot, expiry, vial, discarded</source>
      <translation>Fármacos: lote, vencimiento, vial, desechado</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Findings and course</source>
      <translation>Hallazgos y evolución</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>What else may explain relief</source>
      <translation>Qué más puede explicar el alivio</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Recovery and discharge</source>
      <translation>Recuperación y alta</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Physician who performed the block</source>
      <translation>Médico que realizó el bloqueo</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Assistant or trainee</source>
      <translation>Asistente o médico en formación</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Supervision</source>
      <translation>Supervisión</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Nurse</source>
      <translation>Enfermera</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Radiographer</source>
      <translation>Técnico de RX</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Room</source>
      <translation>Sala</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Purpose</source>
      <translation>Propósito</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Done elsewhere, reported by</source>
      <translation>Hecho en otro lugar, según</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>After the block the same diagnosis</source>
      <translation>Tras el bloqueo, el mismo diagnóstico</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Add a diagnosis before the block</source>
      <translation>Añadir un diagnóstico anterior al bloqueo</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Add a diagnosis after the block</source>
      <translation>Añadir un diagnóstico posterior al bloqueo</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Day of the block</source>
      <translation>Día del bloqueo</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>In room</source>
      <translation>En la sala</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Needle in</source>
      <translation>Aguja dentro</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Left room</source>
      <translation>Fuera de la sala</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>SpO2</source>
      <translation>SpO2</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Systolic</source>
      <translation>Sistólica</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Diastolic</source>
      <translation>Diastólica</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Pulse</source>
      <translation>Pulso</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Temperature</source>
      <translation>Temperatura</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Add vital signs</source>
      <translation>Añadir signos vitales</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Last pain medicine before the block</source>
      <translation>Último analgésico antes del bloqueo</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Lumbar vertebrae</source>
      <translation>Vértebras lumbares</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>How levels were counted</source>
      <translation>Cómo se contaron los niveles</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Where images are kept</source>
      <translation>Dónde se guardan las imágenes</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Guidance</source>
      <translation>Guía por imagen</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Views</source>
      <translation>Proyecciones</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>AP, oblique, lateral</source>
      <translation>AP, oblicua, lateral</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>C-arm pulse mode</source>
      <translation>Modo de pulso del arco en C</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Approach</source>
      <translation>Abordaje</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Monitoring</source>
      <translation>Monitorización</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>NIBP, SpO2, ECG</source>
      <translation>PANI, SpO2, ECG</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Spread</source>
      <translation>Difusión</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Bone contact</source>
      <translation>Contacto óseo</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Pain reproduced</source>
      <translation>Dolor reproducido</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Repositioned</source>
      <translation>Recolocada</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Landmark, if another</source>
      <translation>Punto de referencia, si es otro</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Not injected</source>
      <translation>No inyectado</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Findings</source>
      <translation>Hallazgos</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Tolerated</source>
      <translation>Tolerado</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Blood loss</source>
      <translation>Pérdida de sangre</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Specimens</source>
      <translation>Muestras</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Stopped, or a target left out, because</source>
      <translation>Detenido, o un punto omitido, porque</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>If stopped: it counts as a session</source>
      <translation>Si se detuvo: cuenta como sesión</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Anything else injected that day</source>
      <translation>Algo más inyectado ese día</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Soon after the last block, because</source>
      <translation>Poco después del último bloqueo, porque</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Steroid since the block before</source>
      <translation>Esteroide desde el bloqueo anterior</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Epidural injection since the block before</source>
      <translation>Inyección epidural desde el bloqueo anterior</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Injury since the block before</source>
      <translation>Lesión desde el bloqueo anterior</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Operation since the block before</source>
      <translation>Operación desde el bloqueo anterior</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Implanted stimulator or pump was on</source>
      <translation>Un estimulador o una bomba implantados estaban encendidos</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Discharged</source>
      <translation>Dado de alta</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Escort</source>
      <translation>Acompañante</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Walking</source>
      <translation>Marcha</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Strength and feeling</source>
      <translation>Fuerza y sensibilidad</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Instructions given</source>
      <translation>Instrucciones entregadas</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Diary given</source>
      <translation>Diario entregado</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Pregnant: why it was done nevertheless</source>
      <translation>Embarazada: por qué se hizo a pesar de ello</translation>
    </message>
    <message>
      <location filename="more_panel" />
      <source>{0}   {1} recorded</source>
      <translation>{0}   {1} registrados</translation>
    </message>
    <message>
      <location filename="more_panel" />
      <source>Back to the block</source>
      <translation>Volver al bloqueo</translation>
    </message>
    <message>
      <location filename="more_panel" />
      <source>what is left empty prints as not recorded</source>
      <translation>lo que se deja vacío se imprime como no registrado</translation>
    </message>
    <message numerus="yes">
      <location filename="nav_rail" />
      <source>%n waiting</source>
      <translation>
        <numerusform>%n en espera</numerusform>
        <numerusform>%n en espera</numerusform>
      </translation>
    </message>
    <message>
      <location filename="nav_rail" />
      <source>Ctrl L</source>
      <translation>Ctrl L</translation>
    </message>
    <message>
      <location filename="new_code" />
      <source>Type the whole code from your copy</source>
      <translation>Escriba el código completo de su copia</translation>
    </message>
    <message>
      <location filename="new_code" />
      <source>Without the passphrase and this code nobody can open the data, us included.</source>
      <translation>Sin la frase de contraseña y este código nadie puede abrir los datos, tampoco nosotros.</translation>
    </message>
    <message>
      <location filename="new_code" />
      <source>Keep the copy where no patient and no computer is: a safe, or a bank.</source>
      <translation>Guarde la copia donde no haya pacientes ni equipos: una caja fuerte o un banco.</translation>
    </message>
    <message>
      <location filename="new_code" />
      <source>This is not the code. Type all groups and the check character; case and dashes do not matter.</source>
      <translation>Este no es el código. Escriba todos los grupos y el carácter de control; las mayúsculas y los guiones no importan.</translation>
    </message>
    <message>
      <location filename="new_code" />
      <source>Recovery code {0}</source>
      <translation>Código de recuperación {0}</translation>
    </message>
    <message>
      <location filename="new_code_card" />
      <source>The former code opens nothing any more once this one is in force.</source>
      <translation>El código anterior ya no abre nada una vez que este esté en vigor.</translation>
    </message>
    <message>
      <location filename="new_code_card" />
      <source>New recovery code</source>
      <translation>Nuevo código de recuperación</translation>
    </message>
    <message>
      <location filename="new_passphrase" />
      <source>Strength</source>
      <translation>Concentración</translation>
    </message>
    <message>
      <location filename="new_passphrase" />
      <source>15 characters or more. Four or five words are easy to keep.</source>
      <translation>15 caracteres o más. Cuatro o cinco palabras son fáciles de recordar.</translation>
    </message>
    <message>
      <location filename="new_passphrase" />
      <source>Passphrase again</source>
      <translation>Frase de contraseña otra vez</translation>
    </message>
    <message>
      <location filename="new_passphrase" />
      <source>The two are not the same.</source>
      <translation>Las dos no son iguales.</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>Add text</source>
      <translation>Añadir texto</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>updates as you enter</source>
      <translation>se actualiza sola</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>Note, as it would print now</source>
      <translation>Nota, tal como se imprimiría ahora</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>The note takes no more text. A signed one takes an addendum.</source>
      <translation>La nota no admite más texto. Una firmada admite una adenda.</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>1 fact prints as "not recorded"</source>
      <translation>1 dato sale «not recorded»</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>{0} facts print as "not recorded"</source>
      <translation>{0} datos salen «not recorded»</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>Every fact recorded</source>
      <translation>Todos los datos registrados</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>Added to the note</source>
      <translation>Añadido a la nota</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>What you add is printed beside the note, marked as added by you.</source>
      <translation>Lo que añada se imprime junto a la nota, marcado como añadido por usted.</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>Text to add</source>
      <translation>Texto que se añade</translation>
    </message>
    <message>
      <location filename="note_pane" />
      <source>Add</source>
      <translation>Añadir</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Outcome of an ablation</source>
      <translation>Resultado de una ablación</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>{0} months</source>
      <translation>{0} meses</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Not back</source>
      <translation>No ha vuelto</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Back on</source>
      <translation>Volvió el</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Asked after</source>
      <translation>Preguntado a los</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Pain now, NRS</source>
      <translation>Dolor ahora, NRS</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Is the pain back?</source>
      <translation>¿Ha vuelto el dolor?</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>the pain that was treated</source>
      <translation>el dolor que se trató</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source> on {0}</source>
      <translation> con {0}</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>"Think only of this pain: {0}{1}. From 0 to 10, how is it now?"</source>
      <translation>«Piense solo en este dolor: {0}{1}. De 0 a 10, ¿cómo está ahora?»</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Say which ablation, and after how many months.</source>
      <translation>Indique qué ablación y después de cuántos meses.</translation>
    </message>
    <message>
      <location filename="outcome_card" />
      <source>Enter the day on which the pain was back.</source>
      <translation>Indique el día en que el dolor volvió.</translation>
    </message>
    <message>
      <location filename="outcome_summary" />
      <source>Ask for the outcome</source>
      <translation>Preguntar por el resultado</translation>
    </message>
    <message>
      <location filename="outcome_summary" />
      <source>Ablation of {0}: how is it after {1} months?</source>
      <translation>Ablación del {0}: ¿cómo está después de {1} meses?</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>With a fax cover sheet</source>
      <translation>Con portada de fax</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>The letter, where each criterion is shown, and every signed note and response that the letter names, in one PDF. The signed papers themselves stay as they are.</source>
      <translation>La carta, donde figura cada criterio, y cada nota y respuesta firmadas que la carta nombra, en un solo PDF. Los documentos firmados quedan como están.</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>Scans that go along</source>
      <translation>Escaneos que la acompañan</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>1 page</source>
      <translation>1 página</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>{0} pages</source>
      <translation>{0} páginas</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>Fax cover sheet alone</source>
      <translation>Solo la portada de fax</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>Put it together</source>
      <translation>Reunirlo</translation>
    </message>
    <message>
      <location filename="packet_card" />
      <source>The packet could not be put together. Try again.</source>
      <translation>El paquete no se pudo reunir. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="pages_view" />
      <source>Smaller</source>
      <translation>Más pequeño</translation>
    </message>
    <message>
      <location filename="pages_view" />
      <source>Larger</source>
      <translation>Más grande</translation>
    </message>
    <message>
      <location filename="pages_view" />
      <source>Fit the width</source>
      <translation>Ajustar al ancho</translation>
    </message>
    <message>
      <location filename="pages_view" />
      <source>Page {0} of {1}</source>
      <translation>Página {0} de {1}</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>Pain against hours since needle-out</source>
      <translation>Dolor frente a las horas desde la retirada de la aguja</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>Medicines, movements</source>
      <translation>Medicamentos, movimientos</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>What else happened that day, and pain in another area</source>
      <translation>Qué más pasó ese día, y dolor en otra zona</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>on {0}</source>
      <translation>con {0}</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>Pain</source>
      <translation>Dolor</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>How the scores were learned</source>
      <translation>Cómo se supieron las puntuaciones</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>Scores entered late were learned</source>
      <translation>Las puntuaciones anotadas después se supieron</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>over </source>
      <translation>más de </translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>{0}{1} % is</source>
      <translation>{0}{1} % es</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>{0} or less</source>
      <translation>{0} o menos</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>{0} readings in</source>
      <translation>{0} lecturas anotadas</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>1 reading in</source>
      <translation>1 lectura anotada</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>next due {0}</source>
      <translation>próxima {0}</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>{0} window {1}</source>
      <translation>ventana de {0} {1}</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>NRS {0} or less</source>
      <translation>NRS {0} o menos</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>How was this score learned? Choose it above, then enter the score.</source>
      <translation>¿Cómo se supo esta puntuación? Elíjalo arriba y anote la puntuación.</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Find a command</source>
      <translation>Buscar una orden</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>choose</source>
      <translation>elegir</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>document block</source>
      <translation>documentar bloqueo</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Type &gt; for commands only</source>
      <translation>Escriba &gt; para ver solo órdenes</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Commands</source>
      <translation>Órdenes</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Patients</source>
      <translation>Pacientes</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>No match. Enter adds a patient named {0}.</source>
      <translation>Sin coincidencias. Enter añade un paciente llamado {0}.</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Your role has no access to this command.</source>
      <translation>Su función no tiene acceso a este comando.</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>No match. Check the spelling.</source>
      <translation>Sin coincidencias. Revise la ortografía.</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>No command is called that. Your role sees no patients.</source>
      <translation>Ninguna orden se llama así. Su función no ve pacientes.</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>The command Emergency access opens charts, with a reason.</source>
      <translation>La orden Acceso de emergencia abre historias, con un motivo.</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Plan a day's list from a file</source>
      <translation>Planificar la lista de un día desde un archivo</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Analytics</source>
      <translation>Análisis</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Authorizations</source>
      <translation>Autorizaciones</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>Born {0}   MRN {1}</source>
      <translation>Nac. {0}   MRN {1}</translation>
    </message>
    <message>
      <location filename="palette" />
      <source>block today</source>
      <translation>bloqueo hoy</translation>
    </message>
    <message>
      <location filename="palette_rows" />
      <source>What was found</source>
      <translation>Lo encontrado</translation>
    </message>
    <message>
      <location filename="paper_files" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>Locked copy</source>
      <translation>Copia protegida</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>Partly in error</source>
      <translation>Erróneo en parte</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>This paper holds characters that could not be printed. � stands for each: page {0}.</source>
      <translation>Este documento tiene caracteres que no se pudieron imprimir. � figura en lugar de cada uno: página {0}.</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>Save nevertheless</source>
      <translation>Guardar de todos modos</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>Save with the gaps</source>
      <translation>Guardar con los vacíos</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>Sent to {0}.</source>
      <translation>Enviado a {0}.</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>Saved as {0}.</source>
      <translation>Guardado como {0}.</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>Locked copy saved as {0}.</source>
      <translation>Copia protegida guardada como {0}.</translation>
    </message>
    <message>
      <location filename="paper_preview" />
      <source>The paper could not be shown or printed. Try again.</source>
      <translation>El documento no se pudo mostrar ni imprimir. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="paper_question_card" />
      <source>The paper is being read.</source>
      <translation>El documento se está leyendo.</translation>
    </message>
    <message>
      <location filename="paper_question_card" />
      <source>Answer the question about the patient first.</source>
      <translation>Responda primero a la pregunta sobre el paciente.</translation>
    </message>
    <message>
      <location filename="paper_question_card" />
      <source>The paper could not be read. Try again.</source>
      <translation>El documento no se pudo leer. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>Notice of error</source>
      <translation>Aviso de error</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>Sign correction notices</source>
      <translation>Firmar avisos de corrección</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>Given to</source>
      <translation>Entregado a</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>Entered in error: {0} ({1}, {2}, {3})</source>
      <translation>Registrado por error: {0} ({1}, {2}, {3})</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>Not diagnostic for {0}: {1} ({2}, {3}, {4})</source>
      <translation>No diagnóstico para {0}: {1} ({2}, {3}, {4})</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>Not sent yet: to {0}</source>
      <translation>Todavía sin enviar: a {0}</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>Nobody is recorded to have received it</source>
      <translation>No consta que nadie lo haya recibido</translation>
    </message>
    <message>
      <location filename="paper_standing" />
      <source>{0} is marked as entered in error by {1}.</source>
      <translation>{0}: marcado como registrado por error por {1}.</translation>
    </message>
    <message>
      <location filename="paper_words" />
      <source>Draft, not signed</source>
      <translation>Borrador, sin firmar</translation>
    </message>
    <message>
      <location filename="paper_words" />
      <source>Copies of signed papers</source>
      <translation>Copias de documentos firmados</translation>
    </message>
    <message>
      <location filename="paper_words" />
      <source>For the patient, needs no signature</source>
      <translation>Para el paciente, no necesita firma</translation>
    </message>
    <message>
      <location filename="paper_words" />
      <source>Needs no signature</source>
      <translation>No necesita firma</translation>
    </message>
    <message>
      <location filename="paper_words" />
      <source>Scan, not signed here</source>
      <translation>Escaneo, no firmado aquí</translation>
    </message>
    <message>
      <location filename="paper_words" />
      <source>{0}, {1} {2}, code {3}</source>
      <translation>{0}, {1} {2}, código {3}</translation>
    </message>
    <message>
      <location filename="paper_words" />
      <source>Wording {0}</source>
      <translation>Texto {0}</translation>
    </message>
    <message>
      <location filename="patient_banner" />
      <source>Bleeding risk</source>
      <translation>Riesgo de sangrado</translation>
    </message>
    <message>
      <location filename="patient_details" />
      <source>The birth date is missing. It tells people with one name apart.</source>
      <translation>Falta la fecha de nacimiento. Distingue a las personas del mismo nombre.</translation>
    </message>
    <message>
      <location filename="patient_details" />
      <source>Name the allergy, or choose none known.</source>
      <translation>Indique la alergia, o elija ninguna conocida.</translation>
    </message>
    <message>
      <location filename="patient_details" />
      <source>When was this weight taken?</source>
      <translation>¿Cuándo se tomó este peso?</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Given names</source>
      <translation>Nombres</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Record number (MRN)</source>
      <translation>Número de historia (MRN)</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Died on</source>
      <translation>Falleció el</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Add another number</source>
      <translation>Añadir otro número</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Other numbers</source>
      <translation>Otros números</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Given by</source>
      <translation>Emitido por</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Choose the kind of the number and enter it.</source>
      <translation>Elija el tipo del número y escríbalo.</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Contact</source>
      <translation>Contacto</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Safety</source>
      <translation>Seguridad</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Weighed on</source>
      <translation>Pesado el</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Pacemaker, pump, stimulator</source>
      <translation>Marcapasos, bomba, estimulador</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Which device</source>
      <translation>Qué dispositivo</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Listed below</source>
      <translation>Enumeradas abajo</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Add an allergy</source>
      <translation>Añadir una alergia</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Substance</source>
      <translation>Sustancia</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Reaction</source>
      <translation>Reacción</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Choose the kind of the allergy. It decides which drugs are warned about.</source>
      <translation>Elija el tipo de alergia. Decide sobre qué fármacos se avisa.</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Name the substance.</source>
      <translation>Indique la sustancia.</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Anticoagulant or antiplatelet</source>
      <translation>Anticoagulante o antiagregante</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>None taken</source>
      <translation>No toma ninguno</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Continued</source>
      <translation>Continuado</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Stopped</source>
      <translation>Suspendido</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>For the block</source>
      <translation>Para el bloqueo</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Decided by</source>
      <translation>Decidido por</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Decided on</source>
      <translation>Decidido el</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Last dose</source>
      <translation>Última dosis</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Stopped on</source>
      <translation>Suspendido el</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Restart due</source>
      <translation>Reinicio previsto</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Restarted, confirmed</source>
      <translation>Reiniciado, confirmado</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Referral and payer</source>
      <translation>Derivación y pagador</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Referred by</source>
      <translation>Derivado por</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>English</source>
      <translation>Inglés</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Spanish</source>
      <translation>Español</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Arabic</source>
      <translation>Árabe</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Chinese</source>
      <translation>Chino</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>French</source>
      <translation>Francés</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>German</source>
      <translation>Alemán</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Korean</source>
      <translation>Coreano</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Polish</source>
      <translation>Polaco</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Portuguese</source>
      <translation>Portugués</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Russian</source>
      <translation>Ruso</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Somali</source>
      <translation>Somalí</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Tagalog</source>
      <translation>Tagalo</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Ukrainian</source>
      <translation>Ucraniano</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>Vietnamese</source>
      <translation>Vietnamita</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>not pregnant</source>
      <translation>no embarazada</translation>
    </message>
    <message>
      <location filename="patient_fields" />
      <source>not applicable</source>
      <translation>no procede</translation>
    </message>
    <message>
      <location filename="patient_form" />
      <source>Add patient</source>
      <translation>Añadir paciente</translation>
    </message>
    <message>
      <location filename="patient_form" />
      <source>Patient details</source>
      <translation>Datos del paciente</translation>
    </message>
    <message>
      <location filename="patient_form" />
      <source>New patient</source>
      <translation>Paciente nuevo</translation>
    </message>
    <message>
      <location filename="patient_form" />
      <source>Same person twice</source>
      <translation>Misma persona dos veces</translation>
    </message>
    <message>
      <location filename="patient_form" />
      <source>In the list already?</source>
      <translation>¿Ya está en la lista?</translation>
    </message>
    <message>
      <location filename="patient_form" />
      <source>Somebody with the same record number, or the same name and birth date, is known.</source>
      <translation>Ya se conoce a alguien con el mismo número de historia, o con el mismo nombre y fecha de nacimiento.</translation>
    </message>
    <message>
      <location filename="patient_form" />
      <source>Add anyway</source>
      <translation>Añadir de todos modos</translation>
    </message>
    <message>
      <location filename="patients_page" />
      <source>Name, birth date or record number</source>
      <translation>Nombre, fecha de nacimiento o número de historia</translation>
    </message>
    <message>
      <location filename="patients_page" />
      <source>Find a patient</source>
      <translation>Buscar un paciente</translation>
    </message>
    <message>
      <location filename="patients_page" />
      <source>Import from FHIR</source>
      <translation>Importar de FHIR</translation>
    </message>
    <message>
      <location filename="patients_page" />
      <source>find</source>
      <translation>buscar</translation>
    </message>
    <message>
      <location filename="patients_page" />
      <source>Nobody found. Check the spelling, or add the patient.</source>
      <translation>No se encontró a nadie. Revise la ortografía o añada al paciente.</translation>
    </message>
    <message>
      <location filename="patients_page" />
      <source>No patients yet. Add one (Ctrl+Shift+N), or import people from a file.</source>
      <translation>Todavía no hay pacientes. Añada uno (Ctrl+Shift+N), o importe personas de un archivo.</translation>
    </message>
    <message>
      <location filename="payer_card" />
      <source>Authorizations and denials</source>
      <translation>Autorizaciones y denegaciones</translation>
    </message>
    <message>
      <location filename="payer_card" />
      <source>Add denial</source>
      <translation>Añadir denegación</translation>
    </message>
    <message>
      <location filename="payer_card" />
      <source>Add authorization</source>
      <translation>Añadir autorización</translation>
    </message>
    <message>
      <location filename="payer_card" />
      <source>No authorization in our record. That is not the same as none needed.</source>
      <translation>Ninguna autorización consta en nuestro registro. Eso no es lo mismo que no necesitar ninguna.</translation>
    </message>
    <message>
      <location filename="payer_card" />
      <source>Change {0}</source>
      <translation>Cambiar {0}</translation>
    </message>
    <message>
      <location filename="payer_card" />
      <source>{0} (entered by {1}, {2})</source>
      <translation>{0} (anotado por {1}, {2})</translation>
    </message>
    <message>
      <location filename="payer_page" />
      <source>Filter: name, number, payer</source>
      <translation>Filtro: nombre, número, pagador</translation>
    </message>
    <message>
      <location filename="payer_page" />
      <source>Filter</source>
      <translation>Filtro</translation>
    </message>
    <message>
      <location filename="payer_page" />
      <source>Rows</source>
      <translation>Filas</translation>
    </message>
    <message>
      <location filename="payer_page" />
      <source>Until</source>
      <translation>Hasta</translation>
    </message>
    <message>
      <location filename="payer_page" />
      <source>Nothing here. They are added in a chart, under Details.</source>
      <translation>No hay nada aquí. Se añaden en una historia, en Datos.</translation>
    </message>
    <message>
      <location filename="payer_page" />
      <source>The list is empty.</source>
      <translation>La lista está vacía.</translation>
    </message>
    <message>
      <location filename="payer_page" />
      <source>{0} to do, {1} overdue</source>
      <translation>{0} por hacer, {1} fuera de plazo</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Volume</source>
      <translation>Volumen</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>No contrast was used</source>
      <translation>No se usó contraste</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Reason for no contrast</source>
      <translation>Motivo de no usar contraste</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Iodine</source>
      <translation>Yodo</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Other prep, or a remark</source>
      <translation>Otra antisepsia, o una observación</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>In all</source>
      <translation>En total</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>No skin anesthetic was given</source>
      <translation>No se administró anestésico cutáneo</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Amount</source>
      <translation>Cantidad</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>No steroid was given</source>
      <translation>No se administró esteroide</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Route</source>
      <translation>Vía</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Given at</source>
      <translation>Administrado a las</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Images saved</source>
      <translation>Imágenes guardadas</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Where, or under which number</source>
      <translation>Dónde, o con qué número</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>What happened</source>
      <translation>Qué pasó</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Treatment</source>
      <translation>Tratamiento</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Add a complication</source>
      <translation>Añadir una complicación</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>No complication</source>
      <translation>Sin complicaciones</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Signed on</source>
      <translation>Firmado el</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Explained by</source>
      <translation>Explicado por</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>About</source>
      <translation>Sobre</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Given by, if not the patient</source>
      <translation>Otorgado por, si no fue el paciente</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Gauge</source>
      <translation>Calibre</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Length</source>
      <translation>Longitud</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Unit of length</source>
      <translation>Unidad de longitud</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Type</source>
      <translation>Tipo</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>spinal, Quincke</source>
      <translation>espinal, Quincke</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Bent tip</source>
      <translation>Punta curva</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>prone, lateral, supine</source>
      <translation>prono, lateral, supino</translation>
    </message>
    <message>
      <location filename="performed_strip" />
      <source>proposed, not recorded</source>
      <translation>propuesto, no registrado</translation>
    </message>
    <message>
      <location filename="performed_strip" />
      <source>All as listed, I confirm</source>
      <translation>Todo así, lo confirmo</translation>
    </message>
    <message>
      <location filename="performed_strip" />
      <source>As performed</source>
      <translation>Como se realizó</translation>
    </message>
    <message>
      <location filename="performed_strip" />
      <source>proposed once levels are typed</source>
      <translation>se propone cuando se escriben los niveles</translation>
    </message>
    <message>
      <location filename="performed_strip" />
      <source>{0} accepted, {1} proposed from preset</source>
      <translation>{0} aceptados, {1} propuestos</translation>
    </message>
    <message>
      <location filename="performed_strip" />
      <source>{0} recorded</source>
      <translation>{0} registrados</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>{0} ({1} y)</source>
      <translation>{0} ({1} años)</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>no MRN</source>
      <translation>sin MRN</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>Similar name</source>
      <translation>Nombre parecido</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>{0} kg</source>
      <translation>{0} kg</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>Weight, {0}</source>
      <translation>Peso, {0}</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>Anticoagulant: bleeding-risk class, information only</source>
      <translation>Anticoagulante: clase de riesgo de sangrado, solo informativo</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>Died {0}</source>
      <translation>Falleció {0}</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>Allergy: {0}</source>
      <translation>Alergia: {0}</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>Anticoagulant not asked</source>
      <translation>Anticoagulante no preguntado</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>No anticoagulant</source>
      <translation>Sin anticoagulante</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>anticoagulant</source>
      <translation>anticoagulante</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>restart due {0}</source>
      <translation>reinicio previsto {0}</translation>
    </message>
    <message>
      <location filename="pin_row" />
      <source>Your signing PIN</source>
      <translation>Su PIN de firma</translation>
    </message>
    <message>
      <location filename="pin_row" />
      <source>Your passphrase</source>
      <translation>Su frase de contraseña</translation>
    </message>
    <message>
      <location filename="plan_card" />
      <source>Room (optional)</source>
      <translation>Sala (opcional)</translation>
    </message>
    <message>
      <location filename="plan_card" />
      <source>Type joints and side, for example {0}.</source>
      <translation>Escriba las articulaciones y el lado, por ejemplo {0}.</translation>
    </message>
    <message>
      <location filename="plan_card" />
      <source>Type joints and side until they are spelled out below.</source>
      <translation>Escriba las articulaciones y el lado hasta que figuren completos abajo.</translation>
    </message>
    <message>
      <location filename="plan_card" />
      <source>Choose the day.</source>
      <translation>Elija el día.</translation>
    </message>
    <message>
      <location filename="plan_card" />
      <source>Enter the time, for example 10:20.</source>
      <translation>Escriba la hora, por ejemplo 10:20.</translation>
    </message>
    <message>
      <location filename="plan_card" />
      <source>It was not planned. Try again.</source>
      <translation>No se planificó. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="print_batch" />
      <source>It could not be printed. Try again.</source>
      <translation>No se pudo imprimir. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="print_card" />
      <source>Copies</source>
      <translation>Copias</translation>
    </message>
    <message>
      <location filename="print_card" />
      <source>Print 1 page</source>
      <translation>Imprimir 1 página</translation>
    </message>
    <message>
      <location filename="print_card" />
      <source>Print {0} pages</source>
      <translation>Imprimir {0} páginas</translation>
    </message>
    <message>
      <location filename="print_card" />
      <source>Print with the gaps</source>
      <translation>Imprimir con los vacíos</translation>
    </message>
    <message>
      <location filename="print_card" />
      <source>Choose a printer and how many copies.</source>
      <translation>Elija una impresora y cuántas copias.</translation>
    </message>
    <message>
      <location filename="printer_card" />
      <source>Printer of this workstation</source>
      <translation>Impresora de este puesto</translation>
    </message>
    <message>
      <location filename="printer_card" />
      <source>Choose a printer</source>
      <translation>Elegir una impresora</translation>
    </message>
    <message>
      <location filename="printer_card" />
      <source>Print on both sides</source>
      <translation>Imprimir por ambas caras</translation>
    </message>
    <message>
      <location filename="printer_card" />
      <source>On both sides every paper begins on a sheet of its own, also in copies.</source>
      <translation>Por ambas caras, cada documento empieza en una hoja propia, también en las copias.</translation>
    </message>
    <message>
      <location filename="printer_card" />
      <source>Use it</source>
      <translation>Usarla</translation>
    </message>
    <message>
      <location filename="printing" />
      <source>This computer has no printer. Set one up in the system's settings, or save as a PDF.</source>
      <translation>Este equipo no tiene impresora. Configure una en los ajustes del sistema o guarde como PDF.</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>Sessions in any 12 months</source>
      <translation>Sesiones en cualquier período de 12 meses</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>By rule set</source>
      <translation>Por conjunto de reglas</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>Show {0} other payers</source>
      <translation>Mostrar {0} pagadores más</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>Hide other payers</source>
      <translation>Ocultar otros pagadores</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>In the letter</source>
      <translation>En la carta</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>Kept judgements</source>
      <translation>Valoraciones conservadas</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>None yet. Signing a letter keeps one.</source>
      <translation>Todavía ninguna. Al firmar una carta se conserva una.</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>Keep today's judgement</source>
      <translation>Conservar la valoración de hoy</translation>
    </message>
    <message>
      <location filename="readiness_cards" />
      <source>Open the judgement of {0}</source>
      <translation>Abrir la valoración de {0}</translation>
    </message>
    <message>
      <location filename="readiness_columns" />
      <source>Show the draft letter</source>
      <translation>Mostrar el borrador de la carta</translation>
    </message>
    <message>
      <location filename="readiness_columns" />
      <source>Back to the criteria</source>
      <translation>Volver a los criterios</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>Back to today's judgement</source>
      <translation>Volver a la valoración de hoy</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>Ablation: {0}</source>
      <translation>Ablación: {0}</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>The draft letter will stand here. Describe the complaint first, then record a block.</source>
      <translation>Aquí aparecerá el borrador de la carta. Describa primero la dolencia y después registre un bloqueo.</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>The rules that judge this complaint cannot be read, so there is no draft letter.</source>
      <translation>Las reglas que valoran esta dolencia no se pueden leer, así que no hay borrador de la carta.</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>The draft letter will stand here as soon as the first block is recorded.</source>
      <translation>Aquí aparecerá el borrador de la carta en cuanto se registre el primer bloqueo.</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>Scores are being collected. The criteria show once the response is signed.</source>
      <translation>Se están recogiendo las puntuaciones. Los criterios se muestran cuando se firma la respuesta.</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>{0}, not in force today</source>
      <translation>{0}, hoy no está en vigor</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>Only looked at: {0}. The letter uses {1}.</source>
      <translation>Solo para consulta: {0}. La carta usa {1}.</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>Kept on {0} by {1}: {2}. It cannot be changed.</source>
      <translation>Conservada el {0} por {1}: {2}. No se puede cambiar.</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>Today's judgement is kept already; nothing has changed since.</source>
      <translation>La valoración de hoy ya está conservada; no ha cambiado nada desde entonces.</translation>
    </message>
    <message>
      <location filename="readiness_view" />
      <source>{0} blocks</source>
      <translation>{0} bloqueos</translation>
    </message>
    <message>
      <location filename="reason_field" />
      <source>why it was right for this person</source>
      <translation>por qué fue correcto para esta persona</translation>
    </message>
    <message>
      <location filename="receiver_fields" />
      <source>name and place</source>
      <translation>nombre y lugar</translation>
    </message>
    <message>
      <location filename="receiver_fields" />
      <source>Who receives it</source>
      <translation>Quién lo recibe</translation>
    </message>
    <message>
      <location filename="receiver_fields" />
      <source>The patient</source>
      <translation>El paciente</translation>
    </message>
    <message>
      <location filename="receiver_fields" />
      <source>Somebody else</source>
      <translation>Otra persona</translation>
    </message>
    <message>
      <location filename="receiver_fields" />
      <source>Choose who receives it.</source>
      <translation>Elija quién lo recibe.</translation>
    </message>
    <message>
      <location filename="receiver_fields" />
      <source>Write who receives it.</source>
      <translation>Escriba quién lo recibe.</translation>
    </message>
    <message>
      <location filename="receiver_fields" />
      <source>Choose how it goes there.</source>
      <translation>Elija cómo llega allí.</translation>
    </message>
    <message>
      <location filename="record_form" />
      <source>{0} (optional)</source>
      <translation>{0} (opcional)</translation>
    </message>
    <message>
      <location filename="recovery_panel" />
      <source>New passphrase</source>
      <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
      <location filename="recovery_panel" />
      <source>Recovery code, eight groups and the check character</source>
      <translation>Código de recuperación, ocho grupos y el carácter de control</translation>
    </message>
    <message>
      <location filename="recovery_sheet" />
      <source>Save the recovery code</source>
      <translation>Guardar el código de recuperación</translation>
    </message>
    <message>
      <location filename="recovery_sheet" />
      <source>PDF files (*.pdf)</source>
      <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="recovery_sheet" />
      <source>Saved. Print it, then delete the file.</source>
      <translation>Guardado. Imprímalo y después borre el archivo.</translation>
    </message>
    <message>
      <location filename="recovery_sheet" />
      <source>Not printed</source>
      <translation>No se imprimió</translation>
    </message>
    <message>
      <location filename="recovery_sheet" />
      <source>Sent to the printer.</source>
      <translation>Enviado a la impresora.</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>Sign the diagnostic response</source>
      <translation>Firmar la respuesta diagnóstica</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>After signing, the response cannot be changed. You can add an addendum.</source>
      <translation>Después de firmar, la respuesta no se puede cambiar. Puede añadir una adenda.</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>Reading the scores</source>
      <translation>Leyendo las puntuaciones</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>response</source>
      <translation>respuesta</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>Computed from the scores under {0}, rule {1}</source>
      <translation>Calculado a partir de las puntuaciones según {0}, regla {1}</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>Sides were not rated separately.</source>
      <translation>Los lados no se puntuaron por separado.</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>why it differs from the computed value</source>
      <translation>por qué difiere del valor calculado</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>Your conclusion</source>
      <translation>Su conclusión</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>The scores are being read.</source>
      <translation>Se están leyendo las puntuaciones.</translation>
    </message>
    <message>
      <location filename="response_card" />
      <source>A diagnostic response is signed by the attending physician.</source>
      <translation>Una respuesta diagnóstica la firma el médico responsable.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Recovery code</source>
      <translation>Código de recuperación</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Whose passphrase</source>
      <translation>Frase de contraseña de quién</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Restore</source>
      <translation>Restaurar</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>There is no backup in {0}. Choose the folder that holds it.</source>
      <translation>No hay ninguna copia de seguridad en {0}. Elija la carpeta que la contiene.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Restore this backup</source>
      <translation>Restaurar esta copia</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>The present record cannot be opened with this, so the two cannot be compared. It will be gone from the program, and is kept as it is in {0}.</source>
      <translation>El registro actual no se puede abrir con esto, así que no se pueden comparar los dos. Desaparecerá del programa y se conserva tal como está en {0}.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>The backup ends at {0}. What was entered after that, up to {1}, will not be in the record. It is kept beside it.</source>
      <translation>La copia termina el {0}. Lo que se introdujo después, hasta el {1}, no estará en el registro. Se conserva al lado.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>The present record holds nothing that is later than this backup.</source>
      <translation>El registro actual no contiene nada posterior a esta copia.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Backup</source>
      <translation>Copia de seguridad</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Another folder</source>
      <translation>Otra carpeta</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Opened with</source>
      <translation>Se abre con</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Passphrase of the time of the backup</source>
      <translation>Frase de contraseña de cuando se hizo la copia</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Passphrase of now, or of the time of the backup</source>
      <translation>Frase de contraseña actual, o de cuando se hizo la copia</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>There is no record on this computer yet. What the backup holds becomes the record in {0}.</source>
      <translation>En este equipo todavía no hay ningún registro. Lo que contiene la copia de seguridad será el registro en {0}.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>The backup takes the place of the present record. What is there now is kept beside it, in {0}.</source>
      <translation>La copia de seguridad ocupa el lugar del registro actual. Lo que hay ahora se conserva al lado, en {0}.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>The folder with the backup</source>
      <translation>La carpeta con la copia de seguridad</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>This is the backup of another clinic. It would take the place of the one here.</source>
      <translation>Esta es la copia de seguridad de otra clínica. Ocuparía el lugar de la de aquí.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Choose a backup.</source>
      <translation>Elija una copia de seguridad.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Choose whose passphrase it is.</source>
      <translation>Elija de quién es la frase de contraseña.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Enter the passphrase or the recovery code.</source>
      <translation>Escriba la frase de contraseña o el código de recuperación.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Looking into the backup and the present record.</source>
      <translation>Examinando la copia y el registro actual.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Looking into the backup.</source>
      <translation>Examinando la copia.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Restoring. This takes a moment and cannot be stopped.</source>
      <translation>Restaurando. Esto tarda un momento y no se puede detener.</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Present record</source>
      <translation>Registro actual</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>This backup</source>
      <translation>Esta copia</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Patient records</source>
      <translation>Fichas de pacientes</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Accounts</source>
      <translation>Cuentas</translation>
    </message>
    <message>
      <location filename="restore_card" />
      <source>Newest entry</source>
      <translation>Entrada más reciente</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>{0} is stamped {1} already.</source>
      <translation>{0} ya tiene la hora {1}.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>{0} stamped {1}.</source>
      <translation>{0}: hora {1} anotada.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>{0} taken back.</source>
      <translation>{0}: retirado.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>The record is signed. This stays as it is.</source>
      <translation>El registro está firmado. Esto queda como está.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>Only the last stamp can be taken back.</source>
      <translation>Solo se puede retirar la última hora anotada.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>The last entry was undone.</source>
      <translation>Se deshizo la última anotación.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>Settled by {0}. Give the time-out again.</source>
      <translation>Resuelto por {0}. Haga de nuevo la pausa de seguridad.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>This physician has no signing PIN. They set one in Settings, My account.</source>
      <translation>Este médico no tiene PIN de firma. Lo establece en Ajustes, Mi cuenta.</translation>
    </message>
    <message>
      <location filename="room_acts" />
      <source>That is not the physician's PIN. {0} tries left before the program locks.</source>
      <translation>Ese no es el PIN del médico. Quedan {0} intentos antes de que el programa se bloquee.</translation>
    </message>
    <message>
      <location filename="room_fields" />
      <source>given</source>
      <translation>administrado</translation>
    </message>
    <message>
      <location filename="room_fields" />
      <source>at {0}</source>
      <translation>a las {0}</translation>
    </message>
    <message>
      <location filename="room_fields" />
      <source>Choose below how it was learned, then enter it.</source>
      <translation>Elija abajo cómo se supo y después anótelo.</translation>
    </message>
    <message>
      <location filename="room_head" />
      <source>{0} y</source>
      <translation>{0} años</translation>
    </message>
    <message>
      <location filename="room_head" />
      <source>Age, sex</source>
      <translation>Edad, sexo</translation>
    </message>
    <message>
      <location filename="room_head" />
      <source>{0} more with a similar name</source>
      <translation>{0} más con un nombre parecido</translation>
    </message>
    <message>
      <location filename="room_head" />
      <source>Similar name: {0}, born {1}</source>
      <translation>Nombre parecido: {0}, nac. {1}</translation>
    </message>
    <message>
      <location filename="room_head" />
      <source>Back   Esc</source>
      <translation>Atrás   Esc</translation>
    </message>
    <message>
      <location filename="room_head" />
      <source>Lock   Ctrl L</source>
      <translation>Bloquear pantalla   Ctrl L</translation>
    </message>
    <message>
      <location filename="room_inputs" />
      <source>Write both numbers, for example 142/84.</source>
      <translation>Escriba ambos números, por ejemplo 142/84.</translation>
    </message>
    <message>
      <location filename="room_inputs" />
      <source>Check both numbers: the upper one first, for example 142/84.</source>
      <translation>Revise ambos números: primero el superior, por ejemplo 142/84.</translation>
    </message>
    <message>
      <location filename="room_inputs" />
      <source>Enter degrees Celsius. {0} °F is {1} °C.</source>
      <translation>Escriba grados Celsius. {0} °F son {1} °C.</translation>
    </message>
    <message>
      <location filename="room_inputs" />
      <source>Expired {0}. Take another vial.</source>
      <translation>Vencido {0}. Tome otro vial.</translation>
    </message>
    <message>
      <location filename="room_inputs" />
      <source>The last score or stamp is from {0}. Discharge follows it.</source>
      <translation>La última puntuación u hora anotada es de las {0}. El alta viene después.</translation>
    </message>
    <message>
      <location filename="room_levels" />
      <source>Levels, for example L34 or C56</source>
      <translation>Niveles, por ejemplo L34 o C56</translation>
    </message>
    <message>
      <location filename="room_levels" />
      <source>Name the joints, as on the consent form.</source>
      <translation>Nombre las articulaciones, como en el formulario de consentimiento.</translation>
    </message>
    <message>
      <location filename="room_name" />
      <source>Name of somebody present</source>
      <translation>Nombre de alguien presente</translation>
    </message>
    <message>
      <location filename="room_page" />
      <source>Procedure room</source>
      <translation>Sala de procedimientos</translation>
    </message>
    <message>
      <location filename="room_page" />
      <source>circulator</source>
      <translation>circulante</translation>
    </message>
    <message>
      <location filename="room_page" />
      <source>After the needle</source>
      <translation>Después de la aguja</translation>
    </message>
    <message>
      <location filename="room_page" />
      <source>Time-out complete</source>
      <translation>Pausa de seguridad completa</translation>
    </message>
    <message>
      <location filename="room_page" />
      <source>Time-out before the needle</source>
      <translation>Pausa de seguridad antes de la aguja</translation>
    </message>
    <message>
      <location filename="room_page" />
      <source>No physician can settle it: none has a signing PIN. They set one in Settings.</source>
      <translation>Ningún médico puede resolverlo: ninguno tiene PIN de firma. Lo establecen en Ajustes.</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>The physician settles the time-out</source>
      <translation>El médico resuelve la pausa de seguridad</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>Keep it, the answers were wrong</source>
      <translation>Mantenerlo, las respuestas eran erróneas</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>Correct it</source>
      <translation>Corregirlo</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>The plan</source>
      <translation>El plan</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>PIN of the physician</source>
      <translation>PIN del médico</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>What is right, with its side</source>
      <translation>Lo correcto, con su lado</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>Settle it</source>
      <translation>Resolverlo</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>Say whether the plan is right.</source>
      <translation>Indique si el plan es correcto.</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>Type the joints and the side.</source>
      <translation>Escriba las articulaciones y el lado.</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>Choose who settles it.</source>
      <translation>Elija quién lo resuelve.</translation>
    </message>
    <message>
      <location filename="room_plan_card" />
      <source>Type the PIN.</source>
      <translation>Escriba el PIN.</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>Live record</source>
      <translation>Registro en vivo</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>author {0}</source>
      <translation>autor {0}</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>Each field keeps who and when. The physician attests at signing.</source>
      <translation>Cada campo guarda quién y cuándo. El médico lo certifica al firmar.</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>BP</source>
      <translation>PA</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>Drug on the table</source>
      <translation>Fármaco sobre la mesa</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>Pain before, NRS</source>
      <translation>Dolor antes, NRS</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>Pain before, {0}</source>
      <translation>Dolor antes, {0}</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>what and when, or none</source>
      <translation>qué y cuándo, o ninguno</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>Last pain medicine</source>
      <translation>Último analgésico</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>{0} entered {1}</source>
      <translation>{0} anotado {1}</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Close this screen</source>
      <translation>Cerrar esta pantalla</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Vital signs</source>
      <translation>Signos vitales</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Pain, NRS</source>
      <translation>Dolor, NRS</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>counted from needle out</source>
      <translation>contado desde la retirada de la aguja</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Recovery, steps 1 to 4</source>
      <translation>Recuperación, pasos 1 a 4</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Given and understood</source>
      <translation>Entregadas y entendidas</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Not given</source>
      <translation>No entregadas</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Instructions</source>
      <translation>Instrucciones</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Pain diary</source>
      <translation>Diario de dolor</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Leaves for home</source>
      <translation>Sale hacia casa</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Recovery, steps 5 to 7</source>
      <translation>Recuperación, pasos 5 a 7</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>{0} min</source>
      <translation>{0} min</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Pain at {0}, {1}</source>
      <translation>Dolor a los {0}, {1}</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>who, or none</source>
      <translation>quién, o nadie</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Discharged at</source>
      <translation>Dado de alta a las</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>Attested {0}  by {1}</source>
      <translation>Certificado {0}  por {1}</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>A later change has to be attested again.</source>
      <translation>Un cambio posterior tiene que certificarse de nuevo.</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>1 answer missing: {1}</source>
      <translation>Falta 1 respuesta: {1}</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>{0} answers missing: {1}</source>
      <translation>Faltan {0} respuestas: {1}</translation>
    </message>
    <message>
      <location filename="room_stamps" />
      <source>after the time-out</source>
      <translation>tras la pausa</translation>
    </message>
    <message>
      <location filename="room_stamps" />
      <source>after needle in</source>
      <translation>después de aguja dentro</translation>
    </message>
    <message>
      <location filename="room_stamps" />
      <source>after all answers</source>
      <translation>tras las respuestas</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>The patient's own answer</source>
      <translation>La respuesta del propio paciente</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Time-out stopped at {0}</source>
      <translation>Pausa de seguridad detenida a las {0}</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Recorded afterwards {0}  by {1}</source>
      <translation>Registrado después {0}  por {1}</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Time-out complete {0}  by {1}</source>
      <translation>Pausa de seguridad completa {0}  por {1}</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>No plan was recorded to compare with.</source>
      <translation>No se registró ningún plan con el que comparar.</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Side and levels match the plan.</source>
      <translation>El lado y los niveles coinciden con el plan.</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Full name</source>
      <translation>Nombre completo</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Date of birth</source>
      <translation>Fecha de nacimiento</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Procedure</source>
      <translation>Procedimiento</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Site mark</source>
      <translation>Marca del sitio</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Images up</source>
      <translation>Imágenes a la vista</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Drug labelled</source>
      <translation>Fármaco rotulado</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Patient says aloud</source>
      <translation>El paciente dice en voz alta</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>compare with wristband</source>
      <translation>comparar con la pulsera</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>from the consent form, plan hidden</source>
      <translation>del formulario de consentimiento, plan oculto</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Side and levels</source>
      <translation>Lado y niveles</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Patient's own answer: "Which side is treated today?"</source>
      <translation>Respuesta del propio paciente: «¿Qué lado se trata hoy?»</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Time-out, steps 1 to 3</source>
      <translation>Pausa de seguridad, pasos 1 a 3</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Seen and said aloud</source>
      <translation>Visto y dicho en voz alta</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Present</source>
      <translation>Presentes</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Time-out, steps 4 and 5</source>
      <translation>Pausa de seguridad, pasos 4 y 5</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Add to those present: {0}</source>
      <translation>Añadir a los presentes: {0}</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Present: {0}</source>
      <translation>Presentes: {0}</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Name, for example T. Lindgren, RT(R)</source>
      <translation>Nombre, por ejemplo T. Lindgren, RT(R)</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Everything is answered. Press F6.</source>
      <translation>Todo está contestado. Pulse F6.</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>{0} checks</source>
      <translation>{0} comprobaciones</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>visible after draping</source>
      <translation>visible después de colocar los campos</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>right patient, L/R marker</source>
      <translation>paciente correcto, marcador L/R</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>syringes on the table</source>
      <translation>jeringas sobre la mesa</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>medial branch block</source>
      <translation>bloqueo de la rama medial</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>signed, for this site</source>
      <translation>firmado, para este sitio</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>not asked yet: ask now</source>
      <translation>todavía sin preguntar: pregunte ahora</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>drug not named</source>
      <translation>fármaco no indicado</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>the physician</source>
      <translation>el médico</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>{0} settles it   PIN</source>
      <translation>{0} lo resuelve   PIN</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>The plan was changed since. {0} settles it before the next time-out.</source>
      <translation>El plan se cambió después. {0} lo resuelve antes de la próxima pausa de seguridad.</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>STOP. The time-out was stopped.</source>
      <translation>ALTO. La pausa de seguridad se detuvo.</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>Entered {0}.</source>
      <translation>Anotado {0}.</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>unknown date</source>
      <translation>fecha desconocida</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>nobody named</source>
      <translation>nadie indicado</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>Plan of {0} ({1}): {2}.</source>
      <translation>Plan del {0} ({1}): {2}.</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>No needle: settle it with {0} and the patient first.</source>
      <translation>Sin aguja: resuélvalo primero con {0} y el paciente.</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>both</source>
      <translation>ambos</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>Patient answered {0}.</source>
      <translation>El paciente contestó {0}.</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>The patient was not able to answer.</source>
      <translation>El paciente no pudo contestar.</translation>
    </message>
    <message>
      <location filename="rows_editor" />
      <source>Remove this row</source>
      <translation>Quitar esta fila</translation>
    </message>
    <message>
      <location filename="rule_file_card" />
      <source>Add a rule file</source>
      <translation>Añadir un archivo de reglas</translation>
    </message>
    <message>
      <location filename="rule_file_card" />
      <source>A rule set is a text file (TOML); docs/rules.md says how one is written. The file is read and its examples are run. Nothing is kept before you say so.</source>
      <translation>Un conjunto de reglas es un archivo de texto (TOML); docs/rules.md explica cómo se escribe. El archivo se lee y sus ejemplos se ejecutan. No se conserva nada hasta que usted lo indique.</translation>
    </message>
    <message>
      <location filename="rule_file_card" />
      <source>Add this rule set</source>
      <translation>Añadir este conjunto de reglas</translation>
    </message>
    <message>
      <location filename="rule_file_card" />
      <source>Choose a rule file</source>
      <translation>Elija un archivo de reglas</translation>
    </message>
    <message>
      <location filename="rule_file_card" />
      <source>Rule files (*.toml)</source>
      <translation>Archivos de reglas (*.toml)</translation>
    </message>
    <message>
      <location filename="rule_file_card" />
      <source>For {0}. In force {1}, {2}. {3}; every one of its {4} examples gets its verdicts.</source>
      <translation>Para {0}. En vigor {1}, {2}. {3}; cada uno de sus {4} ejemplos obtiene sus dictámenes.</translation>
    </message>
    <message>
      <location filename="rule_file_card" />
      <source>It was not added. Try again.</source>
      <translation>No se añadió. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="rule_set_editor" />
      <source>{0} (not in use)</source>
      <translation>{0} (no se usa)</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>no end</source>
      <translation>sin fin</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>to {0}</source>
      <translation>hasta {0}</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>1 rule</source>
      <translation>1 regla</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>{0} rules</source>
      <translation>{0} reglas</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>own inference</source>
      <translation>inferencia propia</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>least sure: {0}</source>
      <translation>lo menos seguro: {0}</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>Not reviewed here</source>
      <translation>No revisado aquí</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>Added from {0} on {1} by {2}.</source>
      <translation>Añadido de {0} el {1} por {2}.</translation>
    </message>
    <message>
      <location filename="safety_questions" />
      <source>Not asked yet</source>
      <translation>Aún sin preguntar</translation>
    </message>
    <message>
      <location filename="safety_questions" />
      <source>Record the answer</source>
      <translation>Registrar la respuesta</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>The same person twice?</source>
      <translation>¿La misma persona dos veces?</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>Nobody else has nearly this name, or one of the numbers of this record.</source>
      <translation>Nadie más tiene casi este nombre, ni uno de los números de este registro.</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>Compare</source>
      <translation>Comparar</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>Compare with {0}</source>
      <translation>Comparar con {0}</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>Separate</source>
      <translation>Separar</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>Separate {0}</source>
      <translation>Separar {0}</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>Part of this record since {0}, {1}: {2}</source>
      <translation>Parte de este registro desde {0}, {1}: {2}</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>Separate the two records?</source>
      <translation>¿Separar los dos registros?</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>{0} gets a record of its own again, with every complaint, block and paper that was recorded under it, and its own numbers. Allergies stay in both: check them.</source>
      <translation>{0} vuelve a tener un registro propio, con cada dolencia, bloqueo y documento que se registró en él y con sus propios números. Las alergias quedan en ambos: revíselas.</translation>
    </message>
    <message>
      <location filename="same_person_card" />
      <source>how you know that they are two people</source>
      <translation>cómo sabe que son dos personas</translation>
    </message>
    <message>
      <location filename="score_box" />
      <source>scored, hidden</source>
      <translation>puntuado, oculto</translation>
    </message>
    <message>
      <location filename="score_box" />
      <source>empty</source>
      <translation>vacío</translation>
    </message>
    <message>
      <location filename="score_box" />
      <source>{0}, cannot be read</source>
      <translation>{0}, no se puede leer</translation>
    </message>
    <message>
      <location filename="score_box" />
      <source>Whole and half numbers from 0 to 10, such as 3.5.</source>
      <translation>Números enteros y medios de 0 a 10, como 3.5.</translation>
    </message>
    <message>
      <location filename="score_box" />
      <source>Whole numbers from 0 to 10.</source>
      <translation>Números enteros de 0 a 10.</translation>
    </message>
    <message>
      <location filename="score_entry" />
      <source>needs the needle-out time</source>
      <translation>necesita la hora de retirada de la aguja</translation>
    </message>
    <message>
      <location filename="score_entry" />
      <source>due {0}</source>
      <translation>prevista {0}</translation>
    </message>
    <message>
      <location filename="score_entry" />
      <source>There is no other row with scores to copy.</source>
      <translation>No hay otra fila con puntuaciones que copiar.</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>open or document the chosen block</source>
      <translation>abrir o documentar el bloqueo elegido</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>new block for another patient</source>
      <translation>nuevo bloqueo para otro paciente</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>open the chosen chart</source>
      <translation>abrir la historia elegida</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>new block</source>
      <translation>nuevo bloqueo</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>back</source>
      <translation>atrás</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>print</source>
      <translation>imprimir</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>print with the system's dialog</source>
      <translation>imprimir con el diálogo del sistema</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>save as PDF</source>
      <translation>guardar como PDF</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>larger, smaller</source>
      <translation>más grande, más pequeño</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>fit the width</source>
      <translation>ajustar al ancho</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>levels</source>
      <translation>niveles</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>pain scores</source>
      <translation>puntuaciones de dolor</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>the note</source>
      <translation>la nota</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>the next missing item</source>
      <translation>el siguiente elemento que falta</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>more facts</source>
      <translation>más datos</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>the side, in a level</source>
      <translation>el lado, en un nivel</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>cervical, thoracic, lumbar</source>
      <translation>cervical, torácica, lumbar</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>levels of the block before</source>
      <translation>niveles del bloqueo anterior</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>undo, redo</source>
      <translation>deshacer, rehacer</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>sign</source>
      <translation>firmar</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>in the room</source>
      <translation>en la sala</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>left the room</source>
      <translation>salió de la sala</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>move in the list</source>
      <translation>moverse por la lista</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>name and date of birth match</source>
      <translation>nombre y fecha de nacimiento coinciden</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>recalled; again: read from the diary</source>
      <translation>recordado; otra vez: leído del diario</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>save, and the next call</source>
      <translation>guardar, y la siguiente llamada</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>find in this list</source>
      <translation>buscar en esta lista</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>ask the patient of the chosen block</source>
      <translation>preguntar al paciente del bloqueo elegido</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>the list as paper</source>
      <translation>la lista como documento</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>tick</source>
      <translation>marcar</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>tick all that are shown</source>
      <translation>marcar todo lo que se muestra</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>print what is ticked</source>
      <translation>imprimir lo marcado</translation>
    </message>
    <message>
      <location filename="secret_editor" />
      <source>Show</source>
      <translation>Mostrar</translation>
    </message>
    <message>
      <location filename="secret_editor" />
      <source>A PIN has only digits.</source>
      <translation>Un PIN solo tiene dígitos.</translation>
    </message>
    <message>
      <location filename="secret_editor" />
      <source>Hide</source>
      <translation>Ocultar</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>The record keeps it for good, so that a correction can follow.</source>
      <translation>El registro lo guarda para siempre, para que pueda seguir una corrección.</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>On</source>
      <translation>El</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>At</source>
      <translation>A las</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>{0} of {1} to {2}</source>
      <translation>{0} de {1} a {2}</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>and {0} more</source>
      <translation>y {0} más</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>Write the day and the time.</source>
      <translation>Escriba el día y la hora.</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>Choose how it went there.</source>
      <translation>Elija cómo llegó allí.</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>Mark {0} papers as sent</source>
      <translation>Marcar {0} documentos como enviados</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>Take {0} off the list?</source>
      <translation>¿Retirar {0} de la lista?</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>for example: was given on paper in the room</source>
      <translation>por ejemplo: se entregó en papel en la sala</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>Why it is not needed</source>
      <translation>Por qué no hace falta</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>The paper itself stays. It can be put back from the list Sent.</source>
      <translation>El documento mismo queda. Se puede devolver desde la lista Enviado.</translation>
    </message>
    <message>
      <location filename="sent_card" />
      <source>Take off</source>
      <translation>Retirar</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Log</source>
      <translation>Registro del programa</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Licenses</source>
      <translation>Licencias</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>License of {0}</source>
      <translation>Licencia de {0}</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>MBB Desktop {0}</source>
      <translation>MBB Desktop {0}</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Intended use: to record diagnostic medial branch blocks, to calculate the pain relief that the recorded scores show, to compare it with criteria that the clinic has selected, and to print notes, letters and handouts.</source>
      <translation>Uso previsto: registrar bloqueos diagnósticos de la rama medial, calcular el alivio del dolor que muestran las puntuaciones registradas, compararlo con los criterios que la clínica ha elegido, e imprimir notas, cartas y hojas informativas.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Users: physicians, nurses, front desk and managers of a pain clinic, each with an account of their own.</source>
      <translation>Usuarios: médicos, enfermeras, recepción y gerencia de una clínica del dolor, cada cual con su propia cuenta.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Not for emergencies, not for monitoring a patient; its dose limits are those of adults. It does not diagnose and does not advise: it shows how a result was calculated, with the source, and the physician decides. It analyzes no images.</source>
      <translation>No es para emergencias ni para monitorizar a un paciente; sus límites de dosis son los de adultos. No diagnostica ni aconseja: muestra cómo se calculó un resultado, con la fuente, y el médico decide. No analiza imágenes.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Tour of the sample clinic</source>
      <translation>Recorrido por la clínica de muestra</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>How it was checked</source>
      <translation>Cómo se comprobó</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Rules, relief, doses and codes are tested against published cases, at every limit and in every region and side; each number names its source. Saving, signing and restoring are tested with the power cut at many points.</source>
      <translation>Las reglas, el alivio, las dosis y los códigos se prueban con casos publicados, en cada límite y en cada región y lado; cada número nombra su fuente. Guardar, firmar y restaurar se prueban cortando la corriente en muchos momentos.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Not checked: Windows and macOS, and use with patients. The windows of the anesthetics are marked as of low confidence and need your pharmacist. What can go wrong, and what stands against it, is in docs/risk.md.</source>
      <translation>Sin comprobar: Windows y macOS, y el uso con pacientes. Las ventanas de los anestésicos están marcadas como de baja confianza y necesitan a su farmacéutico. Qué puede salir mal, y qué lo impide, está en docs/risk.md.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>The Spanish of the screens is not yet approved by a translator; papers are not changed by it.</source>
      <translation>El español de las pantallas todavía no lo ha aprobado un traductor; los documentos no cambian por él.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>It says when the program ran and where it failed. Neither the log nor the file for support holds names, record numbers or anything typed.</source>
      <translation>Dice cuándo funcionó el programa y dónde falló. Ni este registro ni el archivo para soporte contienen nombres, números de historia ni nada de lo que se escribió.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Save a file for support</source>
      <translation>Guardar un archivo para soporte</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Whose work is in it</source>
      <translation>De quién es el trabajo que contiene</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>MBB Desktop is under Apache-2.0. Qt and PySide6 are used under LGPL-3.0: you may put your own build of them in their place. pikepdf is under MPL-2.0; its source is published by its authors.</source>
      <translation>MBB Desktop está bajo Apache-2.0. Qt y PySide6 se usan bajo LGPL-3.0: puede poner en su lugar una compilación propia. pikepdf está bajo MPL-2.0; sus autores publican su código fuente.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Work</source>
      <translation>Obra</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Version</source>
      <translation>Versión</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>License</source>
      <translation>Licencia</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>Nothing is logged yet.</source>
      <translation>Todavía no hay nada registrado.</translation>
    </message>
    <message>
      <location filename="settings_about" />
      <source>The file could not be written.</source>
      <translation>El archivo no se pudo escribir.</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Passphrase now</source>
      <translation>Frase de contraseña actual</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>New PIN</source>
      <translation>PIN nuevo</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>New PIN again</source>
      <translation>PIN nuevo otra vez</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Your role opens no charts. In an emergency you can read and print them for a while.</source>
      <translation>Su función no abre historias. En una emergencia puede leerlas e imprimirlas durante un tiempo.</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Open charts in an emergency</source>
      <translation>Abrir historias en una emergencia</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>The new one</source>
      <translation>La nueva</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Change the passphrase</source>
      <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Set the PIN</source>
      <translation>Establecer el PIN</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Changed. Use the new passphrase from the next unlock on.</source>
      <translation>Cambiada. Use la nueva frase de contraseña a partir del próximo desbloqueo.</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Enter your passphrase.</source>
      <translation>Escriba su frase de contraseña.</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>The new PIN is in force.</source>
      <translation>El PIN nuevo está en vigor.</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>As the system</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Light</source>
      <translation>Claro</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>High contrast</source>
      <translation>Alto contraste</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>High contrast, dark</source>
      <translation>Alto contraste, oscuro</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>This computer</source>
      <translation>Este equipo</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Colors</source>
      <translation>Colores</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>Text size</source>
      <translation>Tamaño del texto</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>These apply at once, to everybody who uses this computer account.</source>
      <translation>Se aplican enseguida, a todos los que usan esta cuenta del equipo.</translation>
    </message>
    <message>
      <location filename="settings_account" />
      <source>It changes when the screen is locked, or the program is started. Records and papers keep their language. The Spanish of the screens is not yet approved by a translator.</source>
      <translation>Cambia cuando se bloquea la pantalla o se inicia el programa. Los registros y los documentos conservan su idioma. El español de las pantallas todavía no lo ha aprobado un traductor.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Backups</source>
      <translation>Copias de seguridad</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Back up now</source>
      <translation>Hacer una copia ahora</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Backing up</source>
      <translation>Haciendo la copia</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Where the backups lie</source>
      <translation>Dónde están las copias de seguridad</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>It opens the record and every backup without a passphrase. Make a new one when the paper is lost, or when somebody has seen it who should not; backups made until then still open with the former one.</source>
      <translation>Abre el registro y cada copia de seguridad sin frase de contraseña. Haga uno nuevo cuando se pierda el papel, o cuando lo haya visto alguien que no debía; las copias hechas hasta entonces se siguen abriendo con el anterior.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Make a new recovery code</source>
      <translation>Hacer un nuevo código de recuperación</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Made</source>
      <translation>Hecha</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Events</source>
      <translation>Eventos</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>No backup yet. Make one now.</source>
      <translation>Todavía no hay copia de seguridad. Haga una ahora.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>They lie in {0}</source>
      <translation>Están en {0}</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Last backup: {0}. The record that it copied has faults; see Record.</source>
      <translation>Última copia de seguridad: {0}. El registro que copió tiene fallos; vea Registro.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Last verified backup: {0}. It was reopened and checked after it was written.</source>
      <translation>Última copia de seguridad verificada: {0}. Se volvió a abrir y se comprobó después de escribirla.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>The backup failed. Try again, or free some space on the disk.</source>
      <translation>La copia de seguridad falló. Inténtelo de nuevo o libere espacio en el disco.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Verify the record now</source>
      <translation>Verificar el registro ahora</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>The record</source>
      <translation>El registro</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Every change and every signed paper stands in a chain that shows when something was altered. Verifying reads all of it.</source>
      <translation>Cada cambio y cada documento firmado está en una cadena que muestra cuándo se alteró algo. Al verificar se lee entera.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Verifying</source>
      <translation>Verificando</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>{0} events, {1} signed papers</source>
      <translation>{0} eventos, {1} documentos firmados</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>Record intact, {0}.</source>
      <translation>Registro íntegro, {0}.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>{0} faults in {1}. Keep the latest backups and ask for help before going on.</source>
      <translation>{0} fallos en {1}. Conserve las últimas copias de seguridad y pida ayuda antes de seguir.</translation>
    </message>
    <message>
      <location filename="settings_backup" />
      <source>The record could not be read. Try again.</source>
      <translation>El registro no se pudo leer. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>The name is missing. It heads every paper.</source>
      <translation>Falta el nombre. Encabeza cada documento.</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Enter the number of minutes.</source>
      <translation>Escriba el número de minutos.</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Choose the rule set for patients whose payer names none.</source>
      <translation>Elija el conjunto de reglas para pacientes cuyo pagador no indica ninguno.</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Letterhead</source>
      <translation>Membrete</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>After-hours phone</source>
      <translation>Teléfono fuera de horario</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>NPI of the clinic (optional)</source>
      <translation>NPI de la clínica (opcional)</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Tax number, TIN (optional)</source>
      <translation>Número fiscal, TIN (opcional)</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Place of service</source>
      <translation>Lugar de servicio</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Rules and scores</source>
      <translation>Reglas y puntuaciones</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Rule set where the payer names none</source>
      <translation>Conjunto de reglas cuando el pagador no indica ninguno</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Half points on the pain scale</source>
      <translation>Medios puntos en la escala de dolor</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Threshold and verdict are hidden from whoever collects scores</source>
      <translation>El umbral y el dictamen se ocultan a quien recoge las puntuaciones</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Switching this off goes into the audit trail.</source>
      <translation>Desactivar esto queda en el registro de auditoría.</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Lock after</source>
      <translation>Bloquear la pantalla tras</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>min without a key or the mouse</source>
      <translation>min sin tecla ni ratón</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>The PIN is enough for</source>
      <translation>El PIN basta durante</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>min after a lock</source>
      <translation>min después de un bloqueo de pantalla</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>0: always ask for the passphrase.</source>
      <translation>0: pedir siempre la frase de contraseña.</translation>
    </message>
    <message>
      <location filename="settings_clinic" />
      <source>Each signature asks for the passphrase, not for the PIN</source>
      <translation>Cada firma pide la frase de contraseña, no el PIN</translation>
    </message>
    <message>
      <location filename="settings_directory" />
      <source>Nobody yet. Letters and payers come from here.</source>
      <translation>Todavía nadie. De aquí salen las cartas y los pagadores.</translation>
    </message>
    <message>
      <location filename="settings_directory" />
      <source>Add an entry</source>
      <translation>Añadir una entrada</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>My account</source>
      <translation>Mi cuenta</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>Appearance</source>
      <translation>Aspecto</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>Clinic</source>
      <translation>Clínica</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>Rule sets</source>
      <translation>Conjuntos de reglas</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>Templates</source>
      <translation>Plantillas</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>Presets</source>
      <translation>Preajustes</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>Phrases</source>
      <translation>Frases</translation>
    </message>
    <message>
      <location filename="settings_page" />
      <source>People and roles</source>
      <translation>Personas y funciones</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>My own</source>
      <translation>Míos</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>The clinic's</source>
      <translation>De la clínica</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Add a phrase</source>
      <translation>Añadir una frase</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Type a saved code here, then Space</source>
      <translation>Escriba aquí un código guardado y después Espacio</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Stands for</source>
      <translation>Significa</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>A code and then Space or Tab puts its text in its place, in every field of free text. An unknown code stays as typed. A phrase never holds a side, level, drug, complication or attestation.</source>
      <translation>Un código seguido de Espacio o Tab pone su texto en su lugar, en cada campo de texto libre. Un código desconocido queda tal como se escribió. Una frase nunca contiene lado, nivel, fármaco, complicación ni certificación.</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Try it</source>
      <translation>Probarlo</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Add from a file</source>
      <translation>Añadir de un archivo</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Save as a file</source>
      <translation>Guardar como archivo</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Saved. The codes work at once.</source>
      <translation>Guardado. Los códigos funcionan enseguida.</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Choose a file of phrases</source>
      <translation>Elija un archivo de frases</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>CSV (*.csv)</source>
      <translation>CSV (*.csv)</translation>
    </message>
    <message>
      <location filename="settings_phrases" />
      <source>Save the phrases</source>
      <translation>Guardar las frases</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>What blocks start from. A preset only proposes: nothing of it is recorded before somebody accepts it, and no side, level or finding is ever in it.</source>
      <translation>De dónde parten los bloqueos. Un preajuste solo propone: nada de él se registra antes de que alguien lo acepte, y nunca contiene lado, nivel ni hallazgo.</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Start from the clinic's</source>
      <translation>Partir de los de la clínica</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Start as delivered</source>
      <translation>Partir de los originales</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Changed here.</source>
      <translation>Cambiado aquí.</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>The same as the clinic's.</source>
      <translation>Igual que el de la clínica.</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>As delivered with the program.</source>
      <translation>Tal como viene con el programa.</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Anesthetics offered</source>
      <translation>Anestésicos ofrecidos</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Volume at each nerve</source>
      <translation>Volumen en cada nervio</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Third occipital nerve, in all</source>
      <translation>Tercer nervio occipital, en total</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Skin anesthetic</source>
      <translation>Anestésico cutáneo</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Needle length</source>
      <translation>Longitud de la aguja</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Contrast at each needle</source>
      <translation>Contraste en cada aguja</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Images saved per needle</source>
      <translation>Imágenes guardadas por aguja</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Enter what blocks start from.</source>
      <translation>Indique de dónde parten los bloqueos.</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Saved. Blocks that are opened from now on start from it.</source>
      <translation>Guardado. Los bloqueos que se abran a partir de ahora parten de esto.</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Mark as reviewed</source>
      <translation>Marcar como revisado</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Withdraw</source>
      <translation>Retirar</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Use again</source>
      <translation>Usar de nuevo</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>In force</source>
      <translation>En vigor</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Rules</source>
      <translation>Reglas</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Reviewed</source>
      <translation>Revisado</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Withdrawn</source>
      <translation>Retirado</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Cannot be used</source>
      <translation>No se puede usar</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Own file</source>
      <translation>Archivo propio</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Delivered</source>
      <translation>Original</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>For {0}.</source>
      <translation>Para {0}.</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>You say that you have compared every rule of {0} with the policy of the payer. Your name and the day stand beside it.</source>
      <translation>Usted declara que ha comparado cada regla de {0} con la política del pagador. Su nombre y el día figuran al lado.</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Mark as reviewed?</source>
      <translation>¿Marcar como revisado?</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>I have compared it</source>
      <translation>Lo he comparado</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>{0} cannot be chosen any more. Signed papers keep it, and a complaint or a payer that names it goes on with it until you choose another rule set there.</source>
      <translation>{0} ya no se puede elegir. Los documentos firmados lo conservan, y una dolencia o un pagador que lo nombra sigue con él hasta que usted elija allí otro conjunto de reglas.</translation>
    </message>
    <message>
      <location filename="settings_rules" />
      <source>Withdraw this rule set?</source>
      <translation>¿Retirar este conjunto de reglas?</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Save as a new version</source>
      <translation>Guardar como versión nueva</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Discard changes</source>
      <translation>Descartar los cambios</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Template</source>
      <translation>Plantilla</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Versions</source>
      <translation>Versiones</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Your words, version {0}</source>
      <translation>Sus palabras, versión {0}</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Delivered words</source>
      <translation>Palabras originales</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>The newest version is not used, papers have the delivered words. {0}</source>
      <translation>La versión más nueva no se usa; los documentos llevan las palabras originales. {0}</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Papers use these words from now on. Signed papers stay as they are.</source>
      <translation>Los documentos usan estas palabras a partir de ahora. Los documentos firmados quedan como están.</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Save the words?</source>
      <translation>¿Guardar las palabras?</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>version {0}</source>
      <translation>versión {0}</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>The words of {0} are saved as a new version and used from now on.</source>
      <translation>Las palabras de {0} se guardan como versión nueva y se usan a partir de ahora.</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Use these words again?</source>
      <translation>¿Usar de nuevo estas palabras?</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>The file was not taken. {0}</source>
      <translation>El archivo no se aceptó. {0}</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Choose a template file</source>
      <translation>Elija un archivo de plantilla</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Template files (*.toml)</source>
      <translation>Archivos de plantilla (*.toml)</translation>
    </message>
    <message>
      <location filename="settings_templates" />
      <source>Export the words in use</source>
      <translation>Exportar las palabras en uso</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>New person</source>
      <translation>Persona nueva</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Roles</source>
      <translation>Funciones</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Learner: notes need a co-signature</source>
      <translation>En formación: las notas necesitan una cofirma</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Add person</source>
      <translation>Añadir persona</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>The name is missing. It stands under every paper that they sign.</source>
      <translation>Falta el nombre. Figura al pie de cada documento que firma.</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>New passphrase for {0}</source>
      <translation>Nueva frase de contraseña para {0}</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Let {0} type it. Papers signed before stay valid; the record says who gave the new passphrase.</source>
      <translation>Deje que {0} la escriba. Los documentos firmados antes siguen siendo válidos; el registro dice quién dio la nueva frase de contraseña.</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>End access</source>
      <translation>Terminar el acceso</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>People with an account</source>
      <translation>Personas con cuenta</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Add a person</source>
      <translation>Añadir una persona</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>NPI</source>
      <translation>NPI</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Access</source>
      <translation>Acceso</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>You</source>
      <translation>Usted</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Active</source>
      <translation>Activo</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Another administrator ends your own access.</source>
      <translation>Otro administrador termina el acceso de usted.</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>{0} can unlock now. To sign, they first set a PIN in Settings, My account.</source>
      <translation>{0} ya puede desbloquear. Para firmar, primero establece un PIN en Ajustes, Mi cuenta.</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>{0} cannot unlock the program any more. What they signed stays theirs.</source>
      <translation>{0} ya no puede desbloquear el programa. Lo que firmó sigue siendo suyo.</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>End access?</source>
      <translation>¿Terminar el acceso?</translation>
    </message>
    <message>
      <location filename="side_doors" />
      <source>About MBB Desktop</source>
      <translation>Acerca de MBB Desktop</translation>
    </message>
    <message>
      <location filename="side_doors" />
      <source>Phrases: list of codes</source>
      <translation>Frases: lista de códigos</translation>
    </message>
    <message>
      <location filename="sign_card" />
      <source>Sign and lock this note?</source>
      <translation>¿Firmar y cerrar esta nota?</translation>
    </message>
    <message>
      <location filename="sign_card" />
      <source>After signing, the note cannot be changed. You can add an addendum.</source>
      <translation>Después de firmar, la nota no se puede cambiar. Puede añadir una adenda.</translation>
    </message>
    <message>
      <location filename="sign_card" />
      <source>I performed this procedure under supervision.</source>
      <translation>Realicé este procedimiento bajo supervisión.</translation>
    </message>
    <message>
      <location filename="sign_card" />
      <source>, needle out {0}</source>
      <translation>, aguja fuera {0}</translation>
    </message>
    <message>
      <location filename="sign_card" />
      <source>Back to draft</source>
      <translation>Volver al borrador</translation>
    </message>
    <message>
      <location filename="signing_card" />
      <source>Signing...</source>
      <translation>Firmando...</translation>
    </message>
    <message>
      <location filename="spine_view" />
      <source>Spine, seen from behind</source>
      <translation>Columna, vista desde atrás</translation>
    </message>
    <message>
      <location filename="spine_view" />
      <source>supplied by {0}</source>
      <translation>inervada por {0}</translation>
    </message>
    <message>
      <location filename="spine_view" />
      <source>{0} facet joint, {1}</source>
      <translation>Articulación facetaria {0}, {1}</translation>
    </message>
    <message>
      <location filename="spine_view" />
      <source>supplies {0}</source>
      <translation>inerva {0}</translation>
    </message>
    <message>
      <location filename="spine_view" />
      <source>Whole spine</source>
      <translation>Columna completa</translation>
    </message>
    <message>
      <location filename="spine_view" />
      <source>{0} spine</source>
      <translation>Columna: {0}</translation>
    </message>
    <message>
      <location filename="state_chips" />
      <source>Draft</source>
      <translation>Borrador</translation>
    </message>
    <message>
      <location filename="state_chips" />
      <source>Scheduled</source>
      <translation>Programado</translation>
    </message>
    <message>
      <location filename="state_chips" />
      <source>To co-sign</source>
      <translation>Por cofirmar</translation>
    </message>
    <message>
      <location filename="state_chips" />
      <source>Returned</source>
      <translation>Devuelto</translation>
    </message>
    <message>
      <location filename="status_line" />
      <source>All changes saved {0}</source>
      <translation>Todos los cambios guardados {0}</translation>
    </message>
    <message>
      <location filename="status_line" />
      <source>Encrypted. No backup yet</source>
      <translation>Cifrado. Todavía no hay copia de seguridad</translation>
    </message>
    <message>
      <location filename="status_line" />
      <source>verified</source>
      <translation>verificada</translation>
    </message>
    <message>
      <location filename="status_line" />
      <source>not verified</source>
      <translation>no verificada</translation>
    </message>
    <message>
      <location filename="status_line" />
      <source>Encrypted. Last backup {0} {1}, {2}</source>
      <translation>Cifrado. Última copia de seguridad {0} {1}, {2}</translation>
    </message>
    <message>
      <location filename="strength_editor" />
      <source>5 mg/mL or 0.5 %</source>
      <translation>5 mg/mL o 0.5 %</translation>
    </message>
    <message>
      <location filename="strength_editor" />
      <source>Only anesthetics are given in percent. Write mg per mL.</source>
      <translation>Solo los anestésicos se indican en porcentaje. Escriba mg por mL.</translation>
    </message>
    <message>
      <location filename="strength_editor" />
      <source>Is this {0} % ({1} mg/mL) or {0} mg/mL? Type it with its unit.</source>
      <translation>¿Es {0} % ({1} mg/mL) o {0} mg/mL? Escríbalo con su unidad.</translation>
    </message>
    <message>
      <location filename="strength_editor" />
      <source>Did you mean {0} mg/mL? Else type {1} with its unit.</source>
      <translation>¿Quiso decir {0} mg/mL? Si no, escriba {1} con su unidad.</translation>
    </message>
    <message>
      <location filename="strike_card" />
      <source>{0}.</source>
      <translation>{0}.</translation>
    </message>
    <message>
      <location filename="strike_card" />
      <source>It stays in the chart with this reason and goes into no packet. What was sent before is not taken back: tell whoever received it.</source>
      <translation>Se queda en la historia con este motivo y no entra en ningún paquete. Lo que se envió antes no se retira: avise a quien lo recibió.</translation>
    </message>
    <message>
      <location filename="strike_card" />
      <source>It was not marked. Try again.</source>
      <translation>No se marcó. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="supervision_field" />
      <source>To be co-signed by</source>
      <translation>Lo debe cofirmar</translation>
    </message>
    <message>
      <location filename="supervision_field" />
      <source>It is not final, and says so, until the attending has co-signed.</source>
      <translation>No es definitivo, y así lo indica, hasta que el médico responsable lo haya cofirmado.</translation>
    </message>
    <message>
      <location filename="supervision_field" />
      <source>Say that it was under supervision.</source>
      <translation>Indique que fue bajo supervisión.</translation>
    </message>
    <message>
      <location filename="supervision_field" />
      <source>Choose the attending who is to co-sign.</source>
      <translation>Elija el médico responsable que debe cofirmar.</translation>
    </message>
    <message>
      <location filename="template_cards" />
      <source>Why do the words change?</source>
      <translation>¿Por qué cambian las palabras?</translation>
    </message>
    <message>
      <location filename="template_cards" />
      <source>Versions: {0}</source>
      <translation>Versiones: {0}</translation>
    </message>
    <message>
      <location filename="template_cards" />
      <source>Saved</source>
      <translation>Guardado</translation>
    </message>
    <message>
      <location filename="template_cards" />
      <source>Use these words again</source>
      <translation>Usar de nuevo estas palabras</translation>
    </message>
    <message>
      <location filename="template_cards" />
      <source>Delivered with the program</source>
      <translation>Viene con el programa</translation>
    </message>
    <message>
      <location filename="template_cards" />
      <source>In use</source>
      <translation>En uso</translation>
    </message>
    <message>
      <location filename="template_cards" />
      <source>Refused by this program</source>
      <translation>Rechazada por este programa</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Texts</source>
      <translation>Textos</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Fields</source>
      <translation>Campos</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Says nothing</source>
      <translation>No dice nada</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Changed</source>
      <translation>Cambiado</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Field</source>
      <translation>Campo</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>What it says</source>
      <translation>Qué dice</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>When not recorded: {0}</source>
      <translation>Cuando no está registrado: {0}</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Wording approved by</source>
      <translation>Palabras aprobadas por</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Refused as well: {0}.</source>
      <translation>También se rechazó: {0}.</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Enter or a double click inserts a field. *Stars* make words bold.</source>
      <translation>Enter o un doble clic inserta un campo. Los *asteriscos* ponen palabras en negrita.</translation>
    </message>
    <message>
      <location filename="template_editor" />
      <source>Enter or a double click inserts a field.</source>
      <translation>Enter o un doble clic inserta un campo.</translation>
    </message>
    <message>
      <location filename="template_preview" />
      <source>Refused words are never printed. The pages show the words before them.</source>
      <translation>Las palabras rechazadas nunca se imprimen. Las páginas muestran las palabras anteriores.</translation>
    </message>
    <message>
      <location filename="template_preview" />
      <source>Invented person</source>
      <translation>Persona inventada</translation>
    </message>
    <message>
      <location filename="template_preview" />
      <source>Tried on</source>
      <translation>Probado con</translation>
    </message>
    <message>
      <location filename="template_preview" />
      <source>Pages for an invented person</source>
      <translation>Páginas para una persona inventada</translation>
    </message>
    <message>
      <location filename="template_preview" />
      <source>The pages could not be made with these words. Change the last text, or discard it.</source>
      <translation>Las páginas no se pudieron hacer con estas palabras. Cambie el último texto o descártelo.</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Reason for these levels</source>
      <translation>Motivo de estos niveles</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>not recorded on a room screen</source>
      <translation>no registrado en una pantalla de sala</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>repeat it before any injection</source>
      <translation>repítala antes de cualquier inyección</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>settle it with your PIN first</source>
      <translation>resuélvala primero con su PIN</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Time-out stopped {0}</source>
      <translation>Pausa de seguridad detenida {0}</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Recorded on the room screen; read only here</source>
      <translation>Registrado en la pantalla de sala; aquí solo se lee</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Open room screen</source>
      <translation>Abrir la pantalla de sala</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>for example M. Diaz, RN</source>
      <translation>por ejemplo M. Diaz, RN</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Who led the time-out</source>
      <translation>Quién dirigió la pausa de seguridad</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Time of the time-out</source>
      <translation>Hora de la pausa de seguridad</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Led by</source>
      <translation>Dirigida por</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>Time-out {0}, {1}, {2}</source>
      <translation>Pausa {0}, {1}, {2}</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>entered for other levels, another side or day: press Change</source>
      <translation>anotada para otros niveles, otro lado u otro día: pulse Cambiar</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>other side or levels than recorded now</source>
      <translation>otro lado u otros niveles que los registrados ahora</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>side and levels match the plan</source>
      <translation>lado y niveles según el plan</translation>
    </message>
    <message>
      <location filename="time_out_row" />
      <source>side and levels match the plan as corrected</source>
      <translation>el lado y los niveles coinciden con el plan corregido</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>Block, entered in error later</source>
      <translation>Bloqueo, más tarde marcado como error</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>{0} relief, {1}</source>
      <translation>alivio de {0}, {1}</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>Discharged {0}, attested by {1}</source>
      <translation>Dado de alta {0}, certificado por {1}</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>{0}, not signed</source>
      <translation>{0}, sin firmar</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>scores at {0} times</source>
      <translation>puntuaciones en {0} momentos</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>Pain scores</source>
      <translation>Puntuaciones de dolor</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>{0} signed</source>
      <translation>{0}: firmado</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>{0}, entered in error</source>
      <translation>{0}, registrado por error</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>Ablation elsewhere</source>
      <translation>Ablación en otro lugar</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>{0} months after the ablation</source>
      <translation>{0} meses después de la ablación</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>Pain back</source>
      <translation>El dolor volvió</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>Pain began</source>
      <translation>El dolor comenzó</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>usual score {0}</source>
      <translation>puntuación habitual {0}</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>{0} ended</source>
      <translation>{0}: terminado</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>{0} visits</source>
      <translation>{0} visitas</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>No date</source>
      <translation>Sin fecha</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>unit?</source>
      <translation>¿cuál?</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>now</source>
      <translation>ahora</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>5 min ago</source>
      <translation>−5 min</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>10 min ago</source>
      <translation>−10 min</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>Needle out {0}</source>
      <translation>Aguja fuera {0}</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>Unit of air kerma</source>
      <translation>Unidad del kerma en aire</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>Unit of dose area product</source>
      <translation>Unidad del producto dosis-área</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>Fluoroscopy time in seconds</source>
      <translation>Tiempo de fluoroscopia en segundos</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>Dose area product</source>
      <translation>Producto dosis-área</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>0 seconds: was no fluoroscopy used at all?</source>
      <translation>0 segundos: ¿no se usó fluoroscopia en absoluto?</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>None was used</source>
      <translation>No se usó</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>stamped in room, {0}</source>
      <translation>hora anotada en la sala, {0}</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>Pick the unit that the C-arm shows for the dose area product.</source>
      <translation>Elija la unidad que muestra el arco en C para el producto dosis-área.</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>Block list</source>
      <translation>Lista de bloqueos</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>Next days</source>
      <translation>Próximos días</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>Plan from a file</source>
      <translation>Planificar desde archivo</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>document</source>
      <translation>documentar</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>fine</source>
      <translation>bien</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>mind</source>
      <translation>atención</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>not asked yet</source>
      <translation>todavía sin preguntar</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>Auth.</source>
      <translation>Aut.</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>Recovery</source>
      <translation>Recuperación</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>1 draft</source>
      <translation>1 borrador</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>{0} drafts</source>
      <translation>{0} borradores</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>{0}, {1} signed, {2}</source>
      <translation>{0}, {1} firmados, {2}</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>No blocks today. Add a patient (Ctrl+Shift+N), plan a block in a chart, or plan a list from a file.</source>
      <translation>Hoy no hay bloqueos. Añada un paciente (Ctrl+Shift+N), planifique un bloqueo en una historia o planifique una lista desde un archivo.</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>No blocks today.</source>
      <translation>Hoy no hay bloqueos.</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Not planned</source>
      <translation>No planificado</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Sides differ</source>
      <translation>Los lados difieren</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>{0} joints</source>
      <translation>{0} articulaciones</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>nothing injected</source>
      <translation>no se inyectó nada</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>stopped: {0}</source>
      <translation>interrumpido: {0}</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Draft: {0}</source>
      <translation>Borrador: {0}</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Pain today not asked</source>
      <translation>Dolor de hoy no preguntado</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Pain {0} today</source>
      <translation>Dolor hoy {0}</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>{0}, less than {1}</source>
      <translation>{0}, menos de {1}</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Consent not recorded</source>
      <translation>Consentimiento no registrado</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Consent {0}</source>
      <translation>Consentimiento {0}</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Pain not back</source>
      <translation>El dolor no ha vuelto</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Pain back not asked</source>
      <translation>No se preguntó si volvió el dolor</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Way home {0}</source>
      <translation>Regreso a casa: {0}</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Interpreter {0}</source>
      <translation>Intérprete: {0}</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Pregnancy: {0}</source>
      <translation>Embarazo: {0}</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Needs your attention</source>
      <translation>Requiere su atención</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>You have no PIN yet, and sign nothing without it. Set one in Settings, My account.</source>
      <translation>Aún no tiene PIN, y sin él no firma nada. Defínalo en Ajustes, Mi cuenta.</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>{0}: authorization</source>
      <translation>{0}: autorización</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Open draft</source>
      <translation>Abrir el borrador</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>{0}: ready to sign</source>
      <translation>{0}: listo para firmar</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>1 item</source>
      <translation>1 elemento</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>{0} items</source>
      <translation>{0} elementos</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>{0}: {1} missing to sign</source>
      <translation>{0}: falta {1} para firmar</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Call</source>
      <translation>Llamar</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Responses to sign</source>
      <translation>Respuestas por firmar</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Older drafts</source>
      <translation>Borradores anteriores</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Discarded drafts</source>
      <translation>Borradores descartados</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Correction notices to send</source>
      <translation>Avisos de corrección por enviar</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Co-signatures</source>
      <translation>Cofirmas</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>{0} by {1}</source>
      <translation>{0} de {1}</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>With addendum, by {0}</source>
      <translation>Con adenda, de {0}</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Returned: {0}</source>
      <translation>Devuelto: {0}</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Read</source>
      <translation>Leer</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>{0} block, {1}</source>
      <translation>{0} bloqueo, {1}</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Sign</source>
      <translation>Firmar</translation>
    </message>
    <message>
      <location filename="today_sides" />
      <source>Draft of {0}</source>
      <translation>Borrador de {0}</translation>
    </message>
    <message>
      <location filename="top_bar" />
      <source>Ctrl K</source>
      <translation>Ctrl K</translation>
    </message>
    <message>
      <location filename="tour" />
      <source>{0} stops show what this program is for.</source>
      <translation>{0} paradas muestran para qué sirve este programa.</translation>
    </message>
    <message>
      <location filename="tour" />
      <source>A tour of the sample clinic?</source>
      <translation>¿Un recorrido por la clínica de muestra?</translation>
    </message>
    <message>
      <location filename="tour" />
      <source>Show me</source>
      <translation>Mostrar</translation>
    </message>
    <message>
      <location filename="tour" />
      <source>No, thanks</source>
      <translation>No, gracias</translation>
    </message>
    <message>
      <location filename="tour" />
      <source>Leave</source>
      <translation>Salir</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>The blocks of the day, with what may stop them. Enter opens the chosen one.</source>
      <translation>Los bloqueos del día, con lo que puede detenerlos. Intro abre el elegido.</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>Today</source>
      <translation>Hoy</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>Ctrl+K finds every patient and every command.</source>
      <translation>Ctrl+K encuentra a cualquier paciente y cualquier orden.</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>Find anything</source>
      <translation>Buscar cualquier cosa</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>The pain after each block, and the relief that follows from it.</source>
      <translation>El dolor después de cada bloqueo y el alivio que resulta de él.</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>Each criterion with its evidence. What is missing is named, and the letter follows.</source>
      <translation>Cada criterio con su prueba. Se nombra lo que falta y de ahí sale la carta.</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>Type levels and side, such as 45 51 b. The note follows as you type.</source>
      <translation>Escriba niveles y lado, por ejemplo 45 51 b. La nota se forma mientras escribe.</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>What is signed waits here to be printed and sent.</source>
      <translation>Lo firmado espera aquí a que se imprima y se envíe.</translation>
    </message>
    <message>
      <location filename="tour_stops" />
      <source>Ctrl+L locks at once. What is typed is saved first.</source>
      <translation>Ctrl+L bloquea al instante. Antes se guarda lo escrito.</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>This {0}</source>
      <translation>Este documento ({0})</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>note</source>
      <translation>nota</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>Not this person, nearly the same name</source>
      <translation>No es esta persona, casi el mismo nombre</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>Day and month of birth of {0}</source>
      <translation>Día y mes de nacimiento {0}</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>Last four characters of the MRN of {0}</source>
      <translation>Últimos cuatro caracteres del MRN {0}</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>the patient of this {0}</source>
      <translation>del paciente de este documento ({0})</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>the patient you treated</source>
      <translation>del paciente que usted trató</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>Day of birth</source>
      <translation>Día de nacimiento</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>Month of birth</source>
      <translation>Mes de nacimiento</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>This is {0}.</source>
      <translation>Es {0}.</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>Stop. This is {0}, another patient.</source>
      <translation>Alto. Es {0}, otro paciente.</translation>
    </message>
    <message>
      <location filename="twin_question" />
      <source>This is neither of the two.</source>
      <translation>No es ninguno de los dos.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>Is this {0} or {1}? Write the month as a word and the year with four digits.</source>
      <translation>¿Es {0} o {1}? Escriba el mes en letras y el año con cuatro cifras.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>There is no such day. Check day, month and year.</source>
      <translation>Ese día no existe. Revise día, mes y año.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>This is not a date. Write day, month and year, for example 14 Mar 1961.</source>
      <translation>Esto no es una fecha. Escriba día, mes y año, por ejemplo 14 mar 1961.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>{0} is too late. The last possible day is {1}.</source>
      <translation>{0} es demasiado tarde. El último día posible es {1}.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>{0} is too early. The first possible day is {1}.</source>
      <translation>{0} es demasiado pronto. El primer día posible es {1}.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>This is not a time. Write hours and minutes, for example 10:31.</source>
      <translation>Esto no es una hora. Escriba horas y minutos, por ejemplo 10:31.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>There is no such time. Hours go from 00 to 23, minutes from 00 to 59.</source>
      <translation>Esa hora no existe. Las horas van de 00 a 23, los minutos de 00 a 59.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>Is this {0} or {1}? Write it with a point, or without the comma.</source>
      <translation>¿Es {0} o {1}? Escríbalo con punto, o sin la coma.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>This is not a number. Write digits, for example 0.5.</source>
      <translation>Esto no es un número. Escriba cifras, por ejemplo 0.5.</translation>
    </message>
    <message>
      <location filename="typed" />
      <source>This is not a time in seconds. Write seconds, for example 42, or 1:12.</source>
      <translation>Esto no es un tiempo en segundos. Escriba segundos, por ejemplo 42, o 1:12.</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>rests on {0}, entered in error</source>
      <translation>se basa en {0}, registrado por error</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>It rests on {0}, which {1} marked as entered in error on {2}: {3} ({4}).</source>
      <translation>Se basa en {0}, que {1} marcó como registrado por error el {2}: {3} ({4}).</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>It rests on {0}, which is no test of {1} since {2}: {3} ({4}).</source>
      <translation>Se basa en {0}, que desde el {2} no es una prueba de {1}: {3} ({4}).</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>Sign a new letter. If anybody has this one, open it and press Entered in error: each of them gets a correction notice.</source>
      <translation>Firme una carta nueva. Si alguien tiene esta, ábrala y pulse Registrado por error: cada uno recibe un aviso de corrección.</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>If it must not stand, open it and press Entered in error, then sign a new one: whoever has it gets a correction notice.</source>
      <translation>Si no debe quedar así, ábralo y pulse Registrado por error; después firme uno nuevo: quien lo tenga recibe un aviso de corrección.</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>This paper is not ready</source>
      <translation>Este documento no está listo</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>for example: copy for the complaint file</source>
      <translation>por ejemplo: copia para el expediente de quejas</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>Why it is needed as it is (the record keeps it)</source>
      <translation>Por qué se necesita tal como está (el registro lo guarda)</translation>
    </message>
    <message>
      <location filename="undermined" />
      <source>Write why it is needed as it is.</source>
      <translation>Escriba por qué se necesita tal como está.</translation>
    </message>
    <message>
      <location filename="volume_table" />
      <source>no drug</source>
      <translation>sin fármaco</translation>
    </message>
    <message>
      <location filename="volume_table" />
      <source>Above {0} mL the drug may reach other nerves</source>
      <translation>Por encima de {0} mL el fármaco puede alcanzar otros nervios</translation>
    </message>
    <message>
      <location filename="volume_table" />
      <source>From the preset</source>
      <translation>Del preajuste</translation>
    </message>
    <message>
      <location filename="volume_table" />
      <source>Nerve</source>
      <translation>Nervio</translation>
    </message>
    <message>
      <location filename="volume_table" />
      <source>Target</source>
      <translation>Punto</translation>
    </message>
    <message>
      <location filename="volume_table" />
      <source>Left, mL</source>
      <translation>Izquierda, mL</translation>
    </message>
    <message>
      <location filename="volume_table" />
      <source>Right, mL</source>
      <translation>Derecha, mL</translation>
    </message>
    <message>
      <location filename="workplace" />
      <source>Before you go on</source>
      <translation>Antes de seguir</translation>
    </message>
    <message>
      <location filename="workplace" />
      <source>Follow-up calls</source>
      <translation>Llamadas de seguimiento</translation>
    </message>
    <message>
      <location filename="workplace" />
      <source>Settings</source>
      <translation>Ajustes</translation>
    </message>
    <message>
      <location filename="workplace" />
      <source>New block for {0}</source>
      <translation>Nuevo bloqueo para {0}</translation>
    </message>
    <message>
      <location filename="workplace" />
      <source>RFA readiness of {0}</source>
      <translation>Requisitos para RFA de {0}</translation>
    </message>
    <message>
      <location filename="workplace" />
      <source>Papers of {0}</source>
      <translation>Documentos de {0}</translation>
    </message>
    <message>
      <location filename="workplace" />
      <source>{0} signed. It is to be co-signed.</source>
      <translation>{0} firmado. Está pendiente de cofirma.</translation>
    </message>
    <message>
      <location filename="app" />
      <source>Making the sample clinic</source>
      <translation>Preparando la clínica de muestra</translation>
    </message>
    <message>
      <location filename="app" />
      <source>Sample clinic</source>
      <translation>Clínica de muestra</translation>
    </message>
    <message>
      <location filename="app" />
      <source>Making your clinic</source>
      <translation>Preparando su clínica</translation>
    </message>
    <message>
      <location filename="app" />
      <source>A PIN is not enough any more. Type the passphrase.</source>
      <translation>Un PIN ya no basta. Escriba la frase de contraseña.</translation>
    </message>
    <message>
      <location filename="app" />
      <source>That is not your PIN. One more try, then the passphrase is asked for.</source>
      <translation>Ese no es su PIN. Un intento más y después se pide la frase de contraseña.</translation>
    </message>
    <message>
      <location filename="app" />
      <source>That is not your PIN. {0} tries left, then the passphrase is asked for.</source>
      <translation>Ese no es su PIN. Quedan {0} intentos; después se pide la frase de contraseña.</translation>
    </message>
    <message>
      <location filename="app" />
      <source>The backup is restored. Unlock to go on.</source>
      <translation>La copia de seguridad se restauró. Desbloquee para seguir.</translation>
    </message>
  </context>
  <context>
    <name>phrases</name>
    <message>
      <location filename="ablation_fields" />
      <source>Date</source>
      <translation>Fecha</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>Write what is to be added.</source>
      <translation>Escriba lo que se debe añadir.</translation>
    </message>
    <message>
      <location filename="addendum_card" />
      <source>Write why it is added.</source>
      <translation>Escriba por qué se añade.</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>open</source>
      <translation>abrir</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Positive</source>
      <translation>Positivo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Negative</source>
      <translation>Negativo</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Not assessable</source>
      <translation>No valorable</translation>
    </message>
    <message>
      <location filename="anesthetic_panel" />
      <source>Epinephrine</source>
      <translation>Epinefrina</translation>
    </message>
    <message>
      <location filename="attest_field" />
      <source>Still missing: {0}.</source>
      <translation>Todavía falta: {0}.</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>both sides of each joint</source>
      <translation>ambos lados de cada articulación</translation>
    </message>
    <message>
      <location filename="authorization_words" />
      <source>not known</source>
      <translation>no se sabe</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Not yet</source>
      <translation>Todavía no</translation>
    </message>
    <message>
      <location filename="call_facts" />
      <source>Movements regained</source>
      <translation>Movimientos recuperados</translation>
    </message>
    <message>
      <location filename="call_inputs" />
      <source>sedative</source>
      <translation>sedante</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>not recorded</source>
      <translation>no registrado</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Source</source>
      <translation>Origen</translation>
    </message>
    <message>
      <location filename="call_sheet" />
      <source>Say who gave the answers.</source>
      <translation>Indique quién dio las respuestas.</translation>
    </message>
    <message>
      <location filename="chart_facts" />
      <source>Reason: {0}</source>
      <translation>Motivo: {0}</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Best relief</source>
      <translation>Mejor alivio</translation>
    </message>
    <message>
      <location filename="chart_overview" />
      <source>Result</source>
      <translation>Resultado</translation>
    </message>
    <message>
      <location filename="correspondent_card" />
      <source>Enter a name or an organization.</source>
      <translation>Escriba un nombre o una organización.</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Write why you return it.</source>
      <translation>Escriba por qué lo devuelve.</translation>
    </message>
    <message>
      <location filename="cosign_card" />
      <source>Choose what you attest.</source>
      <translation>Elija lo que certifica.</translation>
    </message>
    <message>
      <location filename="denial_words" />
      <source>Ask the payer for the answer</source>
      <translation>Pida la respuesta al pagador</translation>
    </message>
    <message>
      <location filename="error_card" />
      <source>Write why it is an error.</source>
      <translation>Escriba por qué es un error.</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>none</source>
      <translation>ninguno</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>negative</source>
      <translation>negativo</translation>
    </message>
    <message>
      <location filename="figure_words" />
      <source>lost to follow-up</source>
      <translation>perdido en el seguimiento</translation>
    </message>
    <message>
      <location filename="given_up" />
      <source>before</source>
      <translation>antes</translation>
    </message>
    <message>
      <location filename="letter_card" />
      <source>Letter</source>
      <translation>Carta</translation>
    </message>
    <message>
      <location filename="letter_preview" />
      <source>both sides</source>
      <translation>ambos lados</translation>
    </message>
    <message>
      <location filename="letters_rows" />
      <source>{0} missing</source>
      <translation>faltan {0}</translation>
    </message>
    <message>
      <location filename="listed_row" />
      <source>MRN</source>
      <translation>MRN</translation>
    </message>
    <message>
      <location filename="merge_card" />
      <source>signed paper</source>
      <translation>documento firmado</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Aspiration</source>
      <translation>Aspiración</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>Contrast</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <location filename="more_groups" />
      <source>times</source>
      <translation>veces</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>needle out</source>
      <translation>aguja fuera</translation>
    </message>
    <message>
      <location filename="pain_panel" />
      <source>NRS 0</source>
      <translation>NRS 0</translation>
    </message>
    <message>
      <location filename="patient_details" />
      <source>The family name is missing.</source>
      <translation>Faltan los apellidos.</translation>
    </message>
    <message>
      <location filename="patient_details" />
      <source>A record number is missing. Enter the one your clinic uses.</source>
      <translation>Falta un número de historia. Escriba el que usa su clínica.</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Skin prep</source>
      <translation>Antisepsia de la piel</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Consent</source>
      <translation>Consentimiento</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>Position</source>
      <translation>Posición</translation>
    </message>
    <message>
      <location filename="performed_strip" />
      <source>nothing</source>
      <translation>nada</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>No known allergy</source>
      <translation>Sin alergias conocidas</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>Allergies not asked</source>
      <translation>Alergias no preguntadas</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>restarted</source>
      <translation>reiniciado</translation>
    </message>
    <message>
      <location filename="person_words" />
      <source>not confirmed</source>
      <translation>no confirmado</translation>
    </message>
    <message>
      <location filename="room_page" />
      <source>physician</source>
      <translation>médico</translation>
    </message>
    <message>
      <location filename="room_record" />
      <source>Fluoroscopy</source>
      <translation>Fluoroscopia</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>left</source>
      <translation>izquierda</translation>
    </message>
    <message>
      <location filename="room_recovery" />
      <source>right</source>
      <translation>derecha</translation>
    </message>
    <message>
      <location filename="room_stamps" />
      <source>Time-out</source>
      <translation>Pausa de seguridad</translation>
    </message>
    <message>
      <location filename="room_stamps" />
      <source>Needle out</source>
      <translation>Aguja fuera</translation>
    </message>
    <message>
      <location filename="room_stamps" />
      <source>stopped</source>
      <translation>suspendido</translation>
    </message>
    <message>
      <location filename="room_stamps" />
      <source>not yet</source>
      <translation>todavía no</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Allergy</source>
      <translation>Alergia</translation>
    </message>
    <message>
      <location filename="room_time_out" />
      <source>Anticoagulant</source>
      <translation>Anticoagulante</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>none known</source>
      <translation>ninguna conocida</translation>
    </message>
    <message>
      <location filename="room_words" />
      <source>none taken</source>
      <translation>no toma ninguno</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>high</source>
      <translation>alta</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>medium</source>
      <translation>media</translation>
    </message>
    <message>
      <location filename="rule_set_words" />
      <source>low</source>
      <translation>baja</translation>
    </message>
    <message>
      <location filename="score_entry" />
      <source>signed</source>
      <translation>firmado</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>handout and diary</source>
      <translation>hoja y diario</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>anesthetic</source>
      <translation>anestésico</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>fluoroscopy</source>
      <translation>fluoroscopia</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>all as listed, I confirm</source>
      <translation>todo así, lo confirmo</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>time-out</source>
      <translation>pausa de seguridad</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>needle in</source>
      <translation>aguja dentro</translation>
    </message>
    <message>
      <location filename="screen_keys" />
      <source>no answer</source>
      <translation>no contesta</translation>
    </message>
    <message>
      <location filename="settings_presets" />
      <source>Needle</source>
      <translation>Aguja</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Choose at least one role.</source>
      <translation>Elija al menos una función.</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Only a physician's notes are co-signed. Take the tick off.</source>
      <translation>Solo se cofirman las notas de un médico. Quite la marca.</translation>
    </message>
    <message>
      <location filename="settings_users" />
      <source>Change your own passphrase in My account.</source>
      <translation>Cambie su propia frase de contraseña en Mi cuenta.</translation>
    </message>
    <message>
      <location filename="strike_card" />
      <source>Say why this was entered in error.</source>
      <translation>Indique por qué se registró por error.</translation>
    </message>
    <message>
      <location filename="timeline" />
      <source>outcome not recorded</source>
      <translation>resultado no registrado</translation>
    </message>
    <message>
      <location filename="times_panel" />
      <source>none used</source>
      <translation>no se usó</translation>
    </message>
    <message>
      <location filename="today_page" />
      <source>stops</source>
      <translation>impide</translation>
    </message>
    <message>
      <location filename="today_rows" />
      <source>Pregnancy not asked</source>
      <translation>Embarazo no preguntado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Met</source>
      <translation>Se cumple</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Not met</source>
      <translation>No se cumple</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Missing</source>
      <translation>Falta</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Does not apply</source>
      <translation>No procede</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>do not apply</source>
      <translation>no proceden</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Not a diagnostic block</source>
      <translation>No es un bloqueo diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Insufficient data</source>
      <translation>Datos insuficientes</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Calculated and stated relief disagree</source>
      <translation>El alivio calculado y el referido no concuerdan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Partial relief</source>
      <translation>Alivio parcial</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Positive, relief shorter than expected</source>
      <translation>Positivo, alivio más corto de lo esperado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Positive, prolonged relief</source>
      <translation>Positivo, alivio prolongado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Positive, duration not decidable</source>
      <translation>Positivo, duración no determinable</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Positive, duration not known</source>
      <translation>Positivo, duración desconocida</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Concordant: the long-acting agent lasted longer</source>
      <translation>Concordante: el anestésico de acción larga duró más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Concordant, prolonged relief</source>
      <translation>Concordante, alivio prolongado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Discordant: the short-acting agent lasted as long or longer</source>
      <translation>Discordante: el anestésico de acción corta duró lo mismo o más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Discordant, prolonged relief</source>
      <translation>Discordante, alivio prolongado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Confirmed with the same agent: not a comparative test</source>
      <translation>Confirmado con el mismo anestésico: no es una prueba comparativa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Confirmed: durations cannot be compared</source>
      <translation>Confirmado: las duraciones no se pueden comparar</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Not confirmed by the second block</source>
      <translation>No confirmado por el segundo bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>First block not positive</source>
      <translation>Primer bloqueo no positivo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Not decidable: one block has no verdict</source>
      <translation>No determinable: un bloqueo no tiene dictamen</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief shorter than the window of {window}</source>
      <translation>alivio más corto que la ventana de {window}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief within the window of {window}</source>
      <translation>alivio dentro de la ventana de {window}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief longer than the window of {window}</source>
      <translation>alivio más largo que la ventana de {window}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>duration between {end} and {until}: not decidable</source>
      <translation>duración entre {end} y {until}: no determinable</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>duration at least {end}: not decidable</source>
      <translation>duración de al menos {end}: no determinable</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>duration not known</source>
      <translation>duración desconocida</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>positive</source>
      <translation>positivo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not positive</source>
      <translation>no positivo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>awaited</source>
      <translation>pendiente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>read in a label, guideline or standard</source>
      <translation>leído en una ficha técnica, guía o norma</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>read in a secondary page, or in part</source>
      <translation>leído en una página secundaria, o en parte</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>common teaching, to be confirmed</source>
      <translation>enseñanza común, por confirmar</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>our own inference</source>
      <translation>nuestra propia inferencia</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>overall</source>
      <translation>global</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>in clinic</source>
      <translation>en la clínica</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>paper diary</source>
      <translation>diario en papel</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>recalled</source>
      <translation>recordado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>portal</source>
      <translation>portal</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>in person</source>
      <translation>en persona</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>by telephone</source>
      <translation>por teléfono</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>usual medicine at its usual time</source>
      <translation>medicamento habitual a su hora habitual</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>extra pain medicine</source>
      <translation>analgésico adicional</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not assessable</source>
      <translation>no valorable</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no lasting relief</source>
      <translation>sin alivio duradero</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>partial, not lasting</source>
      <translation>parcial, no duradero</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not tolerated</source>
      <translation>no tolerado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>continues</source>
      <translation>continúa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>lasting relief</source>
      <translation>alivio duradero</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>meets the criterion you selected</source>
      <translation>cumple el criterio que usted eligió</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>does not meet the criterion you selected</source>
      <translation>no cumple el criterio que usted eligió</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>cannot be judged by the criterion you selected</source>
      <translation>no se puede valorar con el criterio que usted eligió</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>meets the criterion selected</source>
      <translation>cumple el criterio elegido</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>does not meet the criterion selected</source>
      <translation>no cumple el criterio elegido</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>cannot be judged by the criterion selected</source>
      <translation>no se puede valorar con el criterio elegido</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Met means: meets the criterion you selected.</source>
      <translation>«Se cumple» significa: cumple el criterio que usted eligió.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The app lists what the records show. The physician decides.</source>
      <translation>La aplicación enumera lo que muestran los registros. El médico decide.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Not in our record on {on}: {missing}</source>
      <translation>No consta en nuestro registro el {on}: {missing}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Awaited: {missing}</source>
      <translation>Pendiente: {missing}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Missing: {missing}</source>
      <translation>Falta: {missing}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Caution: {caution}</source>
      <translation>Precaución: {caution}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Percentages are cut toward the failing side.</source>
      <translation>Los porcentajes se recortan hacia el lado desfavorable.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>letter signed</source>
      <translation>carta firmada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>kept</source>
      <translation>conservada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>judged again</source>
      <translation>valorada de nuevo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Since {on}: {changes}.</source>
      <translation>Desde el {on}: {changes}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Since {on}, then judged by {old} and now by {new}: {changes}.</source>
      <translation>Desde el {on}, valorada entonces según {old} y ahora según {new}: {changes}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rule} {was}, now {now}</source>
      <translation>{rule} {was}, ahora {now}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rule} is new: {now}</source>
      <translation>{rule} es nueva: {now}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rule} is no longer asked</source>
      <translation>{rule} ya no se pide</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} more</source>
      <translation>{count} más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Diagnostic blocks, {region}</source>
      <translation>Bloqueos diagnósticos, {region}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Therapeutic blocks, {region}</source>
      <translation>Bloqueos terapéuticos, {region}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ablations, {region}</source>
      <translation>Ablaciones, {region}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{title}, with the one asked for</source>
      <translation>{title}, con la solicitada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A session is one day of blocks or ablation in one part of the spine, whatever the number of joints and sides. The limit is for any 12 months in a row.</source>
      <translation>Una sesión es un día de bloqueos o de ablación en una parte de la columna, sea cual sea el número de articulaciones y lados. El límite vale para 12 meses seguidos cualesquiera.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} of {limit} allowed</source>
      <translation>{count} de {limit} permitidas</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count}, no limit</source>
      <translation>{count}, sin límite</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{least} to {most}</source>
      <translation>{least} a {most}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{days}: in the 12 months from {first} to {end}.</source>
      <translation>{days}: en los 12 meses del {first} al {end}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>None in the 12 months from {first} to {end}.</source>
      <translation>Ninguna en los 12 meses del {first} al {end}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>It is the same number if {before} counts too.</source>
      <translation>Es el mismo número si también cuenta {before}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>If {before} counts too, as some read the rule, there are {also}.</source>
      <translation>Si también cuenta {before}, como algunos leen la regla, hay {also}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{tests}: asked for</source>
      <translation>{tests}: solicitada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{tests}: {positive} of {needed} positive, not asked for</source>
      <translation>{tests}: {positive} de {needed} positivos, no solicitada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>asks no relief after a block</source>
      <translation>no pide alivio después de un bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>1 positive block, {threshold}</source>
      <translation>1 bloqueo positivo, {threshold}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{blocks} positive blocks, each {threshold}</source>
      <translation>{blocks} bloqueos positivos, cada uno {threshold}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{asks} ({percent} % is accepted too)</source>
      <translation>{asks} (también se acepta {percent} %)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Meets every criterion of this rule set.</source>
      <translation>Cumple todos los criterios de este conjunto de reglas.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Meets every criterion of this rule set. Caution: {cautions}</source>
      <translation>Cumple todos los criterios de este conjunto de reglas. Precaución: {cautions}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A single diagnostic block is falsely positive in 25 to 41 % of people; two blocks lower this but do not exclude it.</source>
      <translation>Un único bloqueo diagnóstico es falso positivo en el 25 a 41 % de las personas; dos bloqueos lo reducen, pero no lo excluyen.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>(Range quoted in a chronic pain text; 27 % for single cervical blocks in Barnsley 1993.)</source>
      <translation>(Intervalo citado en un texto de dolor crónico; 27 % para bloqueos cervicales únicos en Barnsley 1993.)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} % or more</source>
      <translation>{percent} % o más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>more than {percent} %</source>
      <translation>más de {percent} %</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>NRS {score} or less</source>
      <translation>NRS {score} o menos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no score</source>
      <translation>sin puntuación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{threshold} {span} after the block</source>
      <translation>{threshold} {span} después del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>from {start} to {end}</source>
      <translation>de {start} a {end}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>from {start} to at least {end}</source>
      <translation>de {start} hasta al menos {end}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>at {at}</source>
      <translation>a {at}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>at {at}, with no later score,</source>
      <translation>a {at}, sin puntuación posterior,</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{threshold} at no time after the block</source>
      <translation>{threshold} en ningún momento después del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether it was ever {threshold} is not known</source>
      <translation>no se sabe si alguna vez fue {threshold}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{threshold} only after the agent's window, first at {at}</source>
      <translation>{threshold} solo después de la ventana del anestésico, por primera vez a {at}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no score after the block</source>
      <translation>ninguna puntuación después del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, with a dip at {at} (score {score})</source>
      <translation>, con un bajón a {at} (puntuación {score})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>; it ended between {start} and {end}</source>
      <translation>; terminó entre {start} y {end}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{baseline} to {score} ({percent})</source>
      <translation>{baseline} a {score} ({percent})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no score before the block</source>
      <translation>ninguna puntuación antes del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{baseline} before, no score in the window</source>
      <translation>{baseline} antes, ninguna puntuación en la ventana</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not calculable</source>
      <translation>no calculable</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not asked</source>
      <translation>no preguntado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{filled} of {due} readings in the window</source>
      <translation>{filled} de {due} lecturas en la ventana</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>first reading after relief ended ({at}) present</source>
      <translation>primera lectura tras terminar el alivio ({at}) presente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>first reading after relief ended ({at}) missing</source>
      <translation>falta la primera lectura tras terminar el alivio ({at})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{given} readings, no window to compare with</source>
      <translation>{given} lecturas, sin ventana con la que comparar</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>steroid was injected</source>
      <translation>se inyectó esteroide</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the block was therapeutic</source>
      <translation>el bloqueo fue terapéutico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>only saline was injected, a placebo control</source>
      <translation>solo se inyectó solución salina, un control con placebo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>nothing was injected</source>
      <translation>no se inyectó nada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no single score before the block</source>
      <translation>ninguna puntuación única antes del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no pain before the block</source>
      <translation>sin dolor antes del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no reading inside the window of {window}</source>
      <translation>ninguna lectura dentro de la ventana de {window}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{filled} of {due} readings inside the window of {window}</source>
      <translation>{filled} de {due} lecturas dentro de la ventana de {window}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the scores and the patient's own percentage lie on opposite sides of the threshold</source>
      <translation>las puntuaciones y el porcentaje del propio paciente están a distinto lado del umbral</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Sedation: {level}.</source>
      <translation>Sedación: {level}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Sedation: {drug}.</source>
      <translation>Sedación: {drug}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{medicine} at {at}, before or during the relief.</source>
      <translation>{medicine} a {at}, antes del alivio o durante él.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{medicine}, time not recorded.</source>
      <translation>{medicine}, hora no registrada.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The score before the block was {baseline}: a single point decides.</source>
      <translation>La puntuación antes del bloqueo era {baseline}: decide un solo punto.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Relief began late, at {onset}.</source>
      <translation>El alivio comenzó tarde, a {onset}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>One dip at {at} (score {score}) lies within the relief.</source>
      <translation>Hay un bajón a {at} (puntuación {score}) dentro del alivio.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Needle-out is not recorded: the times are those asked for.</source>
      <translation>La retirada de la aguja no está registrada: los tiempos son los que se pidieron.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>More than one agent: the window is that of the longest-acting, {window}.</source>
      <translation>Más de un anestésico: la ventana es la del de acción más larga, {window}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The sides were not rated separately.</source>
      <translation>Los lados no se puntuaron por separado.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Not fully blocked: {joints}.</source>
      <translation>No bloqueado por completo: {joints}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: the third occipital nerve is injected at three points; its volume is their sum.</source>
      <translation>{on}: el tercer nervio occipital se inyecta en tres puntos; su volumen es la suma de ellos.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The procedure was stopped: {reason}.</source>
      <translation>El procedimiento se detuvo: {reason}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Reported by {by}, not observed here.</source>
      <translation>Informado por {by}, no observado aquí.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Blood or vascular contrast was seen at a needle: relief may be falsely absent.</source>
      <translation>Se vio sangre o contraste vascular en una aguja: puede faltar el alivio falsamente.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A nerve was injected more than once.</source>
      <translation>Un nervio se inyectó más de una vez.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Epinephrine lengthens relief; the window of plain {agent} was used.</source>
      <translation>La epinefrina alarga el alivio; se usó la ventana de {agent} sin epinefrina.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>calculated and stated relief lie on opposite sides of the threshold; the physician's conclusion decided.</source>
      <translation>el alivio calculado y el referido están a distinto lado del umbral; decidió la conclusión del médico.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The agent or its window is not known for one of the blocks.</source>
      <translation>No se conoce el anestésico o su ventana en uno de los bloqueos.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Both agents are expected to act equally long.</source>
      <translation>Se espera que ambos anestésicos actúen el mismo tiempo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Readings are missing that would show which relief lasted longer.</source>
      <translation>Faltan lecturas que mostrarían qué alivio duró más.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A block with steroid on {on} lies between.</source>
      <translation>Entre ambos hay un bloqueo con esteroide el {on}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Implanted device: record whether it was switched on.</source>
      <translation>Dispositivo implantado: registre si estaba encendido.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: it is not recorded whether steroid was injected.</source>
      <translation>{on}: no está registrado si se inyectó esteroide.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Block {number}: {lasted}.</source>
      <translation>Bloqueo {number}: {lasted}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Block {number} also covered {joints}.</source>
      <translation>El bloqueo {number} también cubrió {joints}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Scores before the blocks differ ({series}: {first} and {second}); each block is judged against its own.</source>
      <translation>Las puntuaciones antes de los bloqueos difieren ({series}: {first} y {second}); cada bloqueo se valora con la suya.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The pain was not back before block 2 ({series}: {second} against {first}).</source>
      <translation>El dolor no había vuelto antes del bloqueo 2 ({series}: {second} frente a {first}).</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The blocks were scored on different scales: {first} and {second}.</source>
      <translation>Los bloqueos se puntuaron con escalas diferentes: {first} y {second}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Different physicians performed the blocks.</source>
      <translation>Los bloqueos los realizaron médicos diferentes.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The blocks were guided in different ways: {first} and {second}.</source>
      <translation>Los bloqueos se guiaron de maneras diferentes: {first} y {second}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The blocks were scored on different scales: {scales}.</source>
      <translation>Los bloqueos se puntuaron con escalas diferentes: {scales}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A score of {score} or more is commonly called moderate; the policy gives no number.</source>
      <translation>Una puntuación de {score} o más suele llamarse moderada; la política no da ningún número.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The short-acting agent lasted as long as the long-acting one, or longer.</source>
      <translation>El anestésico de acción corta duró lo mismo que el de acción larga, o más.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Counted with {day} itself: {count} of {limit}.</source>
      <translation>Contando el propio {day}: {count} de {limit}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The allowance is used; the next session is possible from {first}.</source>
      <translation>El cupo está agotado; la próxima sesión es posible desde el {first}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The number includes the stopped block of {on}, although nobody recorded whether it counts.</source>
      <translation>El número incluye el bloqueo detenido del {on}, aunque nadie registró si cuenta.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The two sides on different days are separate sessions.</source>
      <translation>Los dos lados en días diferentes son sesiones separadas.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: T12-L1 together with L1-2 counts as lumbar.</source>
      <translation>{on}: T12-L1 junto con L1-2 cuenta como lumbar.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: diagnostic and therapeutic blocks of a region on one day are one session.</source>
      <translation>{on}: los bloqueos diagnósticos y terapéuticos de una región en un día son una sesión.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}, the reason given: {reason}.</source>
      <translation>{on}, el motivo indicado: {reason}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: an exception needs a written reason, and none is recorded.</source>
      <translation>{on}: una excepción necesita un motivo por escrito, y no hay ninguno registrado.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: a further block is planned of {places}, which have all the results that count.</source>
      <translation>{on}: está planificado otro bloqueo de {places}, que ya tienen todos los resultados que cuentan.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>With {limit} or fewer a day it takes {days} days, and each is a session of the yearly allowance.</source>
      <translation>Con {limit} o menos por día hacen falta {days} días, y cada uno es una sesión del cupo anual.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A steroid was given between the block before and this one.</source>
      <translation>Se dio un esteroide entre el bloqueo anterior y este.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>An epidural injection lies between the block before and this one.</source>
      <translation>Entre el bloqueo anterior y este hay una inyección epidural.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>An injury lies between the block before and this one.</source>
      <translation>Entre el bloqueo anterior y este hay una lesión.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>An operation lies between the block before and this one.</source>
      <translation>Entre el bloqueo anterior y este hay una operación.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The patient napped: sleep eases pain, and nobody scores a movement in it.</source>
      <translation>El paciente durmió una siesta: el sueño alivia el dolor y nadie puntúa un movimiento durante él.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>before the block</source>
      <translation>antes del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A range is no score and counts as missing: {times}.</source>
      <translation>Un intervalo no es una puntuación y cuenta como ausente: {times}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>An implanted stimulator or pump was on: relief may be its effect.</source>
      <translation>Un estimulador o una bomba implantados estaban encendidos: el alivio puede ser efecto suyo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Exactly {celsius} °C: wordings differ between this and more; check the policy.</source>
      <translation>Exactamente {celsius} °C: los textos difieren entre este valor y más; consulte la política.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A block of these joints brought too little relief on {on}, before the ones that count.</source>
      <translation>Un bloqueo de estas articulaciones dio muy poco alivio el {on}, antes de los que cuentan.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A block of these joints on {on} showed nothing and is not counted: too few scores, or not assessable.</source>
      <translation>Un bloqueo de estas articulaciones el {on} no mostró nada y no se cuenta: muy pocas puntuaciones, o no valorable.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>More than {years} years ago: repeat the diagnostic blocks first.</source>
      <translation>Hace más de {years} años: repita primero los bloqueos diagnósticos.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A {what} is recorded as treated: read whether its treatment is over.</source>
      <translation>{what} figura como tratada: lea si su tratamiento terminó.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A {what} is recorded as coming from a facet joint cyst: the imaging has to show it.</source>
      <translation>{what} figura como debida a un quiste de la articulación facetaria: la imagen tiene que mostrarlo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{codes} names a radiculopathy: say why the pain is not from the nerve root.</source>
      <translation>{codes} nombra una radiculopatía: indique por qué el dolor no viene de la raíz nerviosa.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{codes} names another part of the spine than these joints.</source>
      <translation>{codes} nombra otra parte de la columna que la de estas articulaciones.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{what} began on {on}, too late to count.</source>
      <translation>{what} comenzó el {on}, demasiado tarde para contar.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rule_set} is about the {regions} spine; this complaint is {region}.</source>
      <translation>{rule_set} trata de la columna {regions}; esta dolencia es {region}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>More than {limit} diagnostic blocks for one complaint are reviewed; say why.</source>
      <translation>Más de {limit} bloqueos diagnósticos por una dolencia se revisan; indique por qué.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>More than {limit} blocks of one joint are reviewed; say why.</source>
      <translation>Más de {limit} bloqueos de una articulación se revisan; indique por qué.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joint} is fused or carries hardware ({what}).</source>
      <translation>{joint} está fusionada o lleva material de fijación ({what}).</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The fusion did not become solid: ask the payer whether the level counts as fused.</source>
      <translation>La fusión no se consolidó: pregunte al pagador si el nivel cuenta como fusionado.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} % is accepted instead of {asked}.</source>
      <translation>Se acepta {percent} % en lugar de {asked}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether the block was diagnostic</source>
      <translation>si el bloqueo fue diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>needle-out time</source>
      <translation>hora de retirada de la aguja</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the expected window of {agent}</source>
      <translation>la ventana esperada de {agent}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether steroid was injected</source>
      <translation>si se inyectó esteroide</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>sedation</source>
      <translation>sedación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>other medicines that day</source>
      <translation>otros medicamentos ese día</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the pain scale</source>
      <translation>la escala de dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>readings at {times}</source>
      <translation>lecturas a {times}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether the pain is mainly axial</source>
      <translation>si el dolor es principalmente axial</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>usual pain score</source>
      <translation>puntuación habitual del dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>functional deficit or disability score</source>
      <translation>déficit funcional o puntuación de discapacidad</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>when the pain began</source>
      <translation>cuándo comenzó el dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the day on which the pain began</source>
      <translation>el día en que comenzó el dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>conservative care</source>
      <translation>tratamiento conservador</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{care} before {on}</source>
      <translation>{care} antes del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>outcome of {what}</source>
      <translation>resultado de {what}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>dates of {what}</source>
      <translation>fechas de {what}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>why {what} was not tolerated</source>
      <translation>por qué no se toleró {what}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether there is radiculopathy</source>
      <translation>si hay radiculopatía</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether there is neurogenic claudication</source>
      <translation>si hay claudicación neurógena</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether another cause explains the pain</source>
      <translation>si otra causa explica el dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source> or </source>
      <translation> o </translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>purpose, steroid or joints of the block of {on}</source>
      <translation>propósito, esteroide o articulaciones del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether the stopped block of {on} counts as a session</source>
      <translation>si el bloqueo detenido del {on} cuenta como sesión</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether these joints were ablated before</source>
      <translation>si estas articulaciones se ablacionaron antes</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>date and joints of the earlier ablation</source>
      <translation>fecha y articulaciones de la ablación anterior</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief after the earlier ablation in percent</source>
      <translation>alivio tras la ablación anterior en porcentaje</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the day on which the pain came back, or that it is not back</source>
      <translation>el día en que volvió el dolor, o que no ha vuelto</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether the pain came back after {on}, when it was not back</source>
      <translation>si el dolor volvió después del {on}, cuando no había vuelto</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>improvement in movements or daily activities in percent</source>
      <translation>mejoría de los movimientos o de las actividades diarias en porcentaje</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether an ablation is planned if the blocks are positive</source>
      <translation>si está prevista una ablación cuando los bloqueos sean positivos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the method of the planned ablation</source>
      <translation>el método de la ablación prevista</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the temperature of the planned ablation</source>
      <translation>la temperatura de la ablación prevista</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the method of the ablation that was done</source>
      <translation>el método de la ablación que se hizo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the temperature of the ablation that was done</source>
      <translation>la temperatura de la ablación que se hizo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>why no ablation is possible</source>
      <translation>por qué no es posible la ablación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief in percent after the therapeutic block of {on}</source>
      <translation>alivio en porcentaje tras el bloqueo terapéutico del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether diagnostic blocks came before the therapeutic block of {on}: our record holds none that decide it</source>
      <translation>si hubo bloqueos diagnósticos antes del bloqueo terapéutico del {on}: nuestro registro no contiene ninguno que lo decida</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the day of the therapeutic block</source>
      <translation>el día del bloqueo terapéutico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>joints of the block ({on})</source>
      <translation>articulaciones del bloqueo ({on})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether anything else was injected on {on}</source>
      <translation>si se inyectó algo más el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>guidance of the block of {on}</source>
      <translation>guía por imagen del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether images of the block of {on} are kept</source>
      <translation>si se guardan imágenes del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>sedation at the block of {on}</source>
      <translation>sedación en el bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>anesthetic of the block of {on}</source>
      <translation>anestésico del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>what {agent} is: it is not among the anesthetics</source>
      <translation>qué es {agent}: no está entre los anestésicos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether steroid was injected on {on}</source>
      <translation>si se inyectó esteroide el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>volume at each nerve on {on}</source>
      <translation>volumen en cada nervio el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>which painful movements were tried after the block of {on}</source>
      <translation>qué movimientos dolorosos se probaron tras el bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>who did the block of {on} and who collected its scores</source>
      <translation>quién hizo el bloqueo del {on} y quién recogió sus puntuaciones</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>why the block of {on} came early</source>
      <translation>por qué el bloqueo del {on} fue temprano</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a named disability scale with its score</source>
      <translation>una escala de discapacidad con nombre y su puntuación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the day of the disability score</source>
      <translation>el día de la puntuación de discapacidad</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a disability score from before the block of {on}</source>
      <translation>una puntuación de discapacidad anterior al bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the examination</source>
      <translation>la exploración</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the day of the examination</source>
      <translation>el día de la exploración</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>an imaging study with day and finding</source>
      <translation>un estudio de imagen con día y hallazgo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether there is a fusion or hardware</source>
      <translation>si hay una fusión o material de fijación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>at which levels the fusion or hardware is</source>
      <translation>en qué niveles está la fusión o el material de fijación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a diagnosis with its ICD-10-CM code</source>
      <translation>un diagnóstico con su código ICD-10-CM</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>what {rule} lacks</source>
      <translation>lo que le falta a {rule}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a diagnostic block</source>
      <translation>un bloqueo diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a block that tests these joints</source>
      <translation>un bloqueo que pruebe estas articulaciones</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a block with enough relief</source>
      <translation>un bloqueo con alivio suficiente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>scores after the block of {on}</source>
      <translation>puntuaciones tras el bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>scores of the block of {on}, not due before the next day</source>
      <translation>puntuaciones del bloqueo del {on}, no pendientes antes del día siguiente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>note of the block of {on}, not signed</source>
      <translation>nota del bloqueo del {on}, sin firmar</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>co-signature of the note of the block of {on}</source>
      <translation>cofirma de la nota del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>note of the block of {on}, returned to the learner</source>
      <translation>nota del bloqueo del {on}, devuelta al médico en formación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>response of the block of {on}, not signed</source>
      <translation>respuesta del bloqueo del {on}, sin firmar</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether the block of {on} was diagnostic</source>
      <translation>si el bloqueo del {on} fue diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the physician's conclusion on the block of {on}: calculated and stated relief disagree</source>
      <translation>la conclusión del médico sobre el bloqueo del {on}: el alivio calculado y el referido no concuerdan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>block of {on}: {reason}</source>
      <translation>bloqueo del {on}: {reason}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>agent or duration of the block of {on}</source>
      <translation>anestésico o duración del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the pain scale of the block of {on}</source>
      <translation>la escala de dolor del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the {series} score before the block of {on}</source>
      <translation>la puntuación ({series}) antes del bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a second block</source>
      <translation>un segundo bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>mainly axial</source>
      <translation>principalmente axial</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not mainly axial</source>
      <translation>no principalmente axial</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>usual pain {score}</source>
      <translation>dolor habitual {score}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{scale} {score} % on {on}</source>
      <translation>{scale} {score} % el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>since {since}, {months} months</source>
      <translation>desde el {since}, {months} meses</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>since {since}, {months} months before the first block</source>
      <translation>desde el {since}, {months} meses antes del primer bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source> to </source>
      <translation> a </translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>1 visit</source>
      <translation>1 visita</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} visits</source>
      <translation>{count} visitas</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>radiculopathy</source>
      <translation>radiculopatía</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no radiculopathy</source>
      <translation>sin radiculopatía</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>neurogenic claudication</source>
      <translation>claudicación neurógena</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no neurogenic claudication</source>
      <translation>sin claudicación neurógena</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>another cause explains the pain</source>
      <translation>otra causa explica el dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no other cause</source>
      <translation>ninguna otra causa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>examined {on}</source>
      <translation>explorado el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>scale not recorded</source>
      <translation>escala no registrada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>agent not recorded</source>
      <translation>anestésico no registrado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} calculated</source>
      <translation>{percent} calculado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} stated</source>
      <translation>{percent} referido</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief not calculable</source>
      <translation>alivio no calculable</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{start} to {end}: {days} days</source>
      <translation>{start} a {end}: {days} días</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>second block from {on}</source>
      <translation>segundo bloqueo desde el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{region}: {count} of {limit} from {first} to {end} ({days}); counting {before} too: {also}</source>
      <translation>{region}: {count} de {limit} desde el {first} hasta el {end} ({days}); contando también {before}: {also}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the one asked for</source>
      <translation>la solicitada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{region}: {count} of {limit} from {first} to {end}; counting {before} too: {also}</source>
      <translation>{region}: {count} de {limit} desde el {first} hasta el {end}; contando también {before}: {also}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>request</source>
      <translation>solicitud</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>1 joint</source>
      <translation>1 articulación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} joints</source>
      <translation>{count} articulaciones</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{when}: {count}, not neighbours ({joints})</source>
      <translation>{when}: {count}, no contiguas ({joints})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: {count}, {nerves} nerves</source>
      <translation>{on}: {count}, {nerves} nervios</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: one session</source>
      <translation>{on}: una sesión</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: {count} blocks, one session</source>
      <translation>{on}: {count} bloqueos, una sesión</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: something else was injected that day</source>
      <translation>{on}: ese día se inyectó algo más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: nothing else was injected</source>
      <translation>{on}: no se inyectó nada más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: no image guidance</source>
      <translation>{on}: sin guía por imagen</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: 1 image kept</source>
      <translation>{on}: 1 imagen guardada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: {count} images kept</source>
      <translation>{on}: {count} imágenes guardadas</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: no image kept</source>
      <translation>{on}: ninguna imagen guardada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: sedation {level}</source>
      <translation>{on}: sedación {level}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: at most {volume} mL per nerve</source>
      <translation>{on}: como máximo {volume} mL por nervio</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: signed</source>
      <translation>{on}: firmado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: 1 score is a range</source>
      <translation>{on}: 1 puntuación es un intervalo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: {count} scores are ranges</source>
      <translation>{on}: {count} puntuaciones son intervalos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: single numbers</source>
      <translation>{on}: números únicos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: none of {tried}</source>
      <translation>{on}: ninguno de {tried}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: scores were collected by the physician who did the block</source>
      <translation>{on}: las puntuaciones las recogió el médico que hizo el bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}: scores were collected by somebody else</source>
      <translation>{on}: las puntuaciones las recogió otra persona</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>ablation planned if the blocks are positive</source>
      <translation>ablación prevista si los bloqueos son positivos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no ablation planned</source>
      <translation>ninguna ablación prevista</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{celsius} °C</source>
      <translation>{celsius} °C</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no earlier ablation here</source>
      <translation>ninguna ablación anterior aquí</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>ablation of {joints} on {on}</source>
      <translation>ablación de {joints} el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>joints not recorded</source>
      <translation>articulaciones no registradas</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a day not recorded</source>
      <translation>un día no registrado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} % relief</source>
      <translation>alivio del {percent} %</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>pain back on {on} ({months} months)</source>
      <translation>el dolor volvió el {on} ({months} meses)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>pain not back on {on} (at least {months} months)</source>
      <translation>el dolor no había vuelto el {on} (al menos {months} meses)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>therapeutic block of {joints} on {on}</source>
      <translation>bloqueo terapéutico de {joints} el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} % better movements or activities</source>
      <translation>{percent} % de mejoría de movimientos o actividades</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>asked on {on} after {months} months</source>
      <translation>preguntado el {on}, después de {months} meses</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} relief (NRS {before} to {now})</source>
      <translation>alivio del {percent} (NRS {before} a {now})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>NRS {now}</source>
      <translation>NRS {now}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} % relief stated</source>
      <translation>alivio referido del {percent} %</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>diagnostic block since then, on {on}</source>
      <translation>bloqueo diagnóstico desde entonces, el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>possible from {on}</source>
      <translation>posible desde el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>fusion or hardware</source>
      <translation>fusión o material de fijación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no fusion or hardware</source>
      <translation>sin fusión ni material de fijación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{what} at {joints}</source>
      <translation>{what} en {joints}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>levels not recorded</source>
      <translation>niveles no registrados</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>pseudarthrosis</source>
      <translation>seudoartrosis</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>solid</source>
      <translation>sólida</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not at {joints}</source>
      <translation>no en {joints}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rules} met</source>
      <translation>{rules}: se cumplen</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rules} not met</source>
      <translation>{rules}: no se cumplen</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no therapeutic block in this record</source>
      <translation>ningún bloqueo terapéutico en este registro</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no repeated therapeutic block in this record</source>
      <translation>ningún bloqueo terapéutico repetido en este registro</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>therapeutic block on {on}</source>
      <translation>bloqueo terapéutico el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>1 day with a diagnostic block ({days})</source>
      <translation>1 día con un bloqueo diagnóstico ({days})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} days with diagnostic blocks ({days})</source>
      <translation>{count} días con bloqueos diagnósticos ({days})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no block with a result yet</source>
      <translation>todavía ningún bloqueo con resultado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>1 block with a result of {places}</source>
      <translation>1 bloqueo con resultado de {places}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} blocks with a result of {places}</source>
      <translation>{count} bloqueos con resultado de {places}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>block of {on} not counted: it was not assessable</source>
      <translation>bloqueo del {on} no contado: no era valorable</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>block of {on}, valid until {until}</source>
      <translation>bloqueo del {on}, válido hasta el {until}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>another cause of the pain</source>
      <translation>otra causa del dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source> and </source>
      <translation> y </translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>mainly axial pain with its usual score, and with a limit or a disability score</source>
      <translation>dolor principalmente axial con su puntuación habitual, y con una limitación o una puntuación de discapacidad</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>pain for {months} months or more</source>
      <translation>dolor durante {months} meses o más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>usual pain {at_least} of 10 or more</source>
      <translation>dolor habitual de {at_least} de 10 o más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, and not exactly {at_least}</source>
      <translation>, y no exactamente {at_least}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_least} or more kinds of care with dates that did not help or were not tolerated</source>
      <translation>{at_least} o más tipos de tratamiento con fechas que no ayudaron o no se toleraron</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, {weeks} weeks or more in all</source>
      <translation>, {weeks} semanas o más en total</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, {months} months or more without a gap</source>
      <translation>, {months} meses o más sin interrupción</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>looked for and not found: {findings}</source>
      <translation>buscado y no hallado: {findings}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, except when {unless}</source>
      <translation>, excepto cuando {unless}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>an examination with its day</source>
      <translation>una exploración con su día</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>an imaging study with its day and finding</source>
      <translation>un estudio de imagen con su día y su hallazgo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no fusion at the levels in question</source>
      <translation>ninguna fusión en los niveles en cuestión</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a diagnosis that is one of {codes}</source>
      <translation>un diagnóstico que sea uno de {codes}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>; {not_alone} only beside another one</source>
      <translation>; {not_alone} solo junto a otro</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a score before and one after every block, on a named scale</source>
      <translation>una puntuación antes y otra después de cada bloqueo, en una escala con nombre</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>one number per score, no range</source>
      <translation>un número por puntuación, ningún intervalo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a movement that hurt before and was possible during the relief</source>
      <translation>un movimiento que antes dolía y fue posible durante el alivio</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>scores collected by somebody else than the physician of the block</source>
      <translation>puntuaciones recogidas por otra persona que el médico del bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief of {threshold} in the first block of each joint and side</source>
      <translation>alivio de {threshold} en el primer bloqueo de cada articulación y lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, its duration known against the window of the agent</source>
      <translation>, con su duración conocida frente a la ventana del anestésico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>; blocks before an ablation of more than {renewed_after} years ago do not count</source>
      <translation>; los bloqueos anteriores a una ablación de hace más de {renewed_after} años no cuentan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_least} days or more from one block of a joint and side to the next</source>
      <translation>{at_least} días o más de un bloqueo de una articulación y lado al siguiente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, or a written reason</source>
      <translation>, o un motivo por escrito</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a written reason for a block of a joint sooner than {days} days after the one before</source>
      <translation>un motivo por escrito para un bloqueo de una articulación antes de {days} días después del anterior</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the last diagnostic blocks of the same joint and side, signed, each with relief of {threshold}: {blocks}</source>
      <translation>los últimos bloqueos diagnósticos de la misma articulación y lado, firmados, cada uno con alivio de {threshold}: {blocks}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, each duration known against the window of the agent</source>
      <translation>, cada duración conocida frente a la ventana del anestésico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source> ({alternative} % is accepted too)</source>
      <translation> (también se acepta {alternative} %)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>two positive blocks of a joint and side with different anesthetics</source>
      <translation>dos bloqueos positivos de una articulación y lado con anestésicos diferentes</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_most} or fewer blocks with a result of each joint and side</source>
      <translation>{at_most} o menos bloqueos con resultado de cada articulación y lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>; more only give a caution</source>
      <translation>; más solo dan una advertencia</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a block of each joint with relief of {threshold} that is {months} months old or less</source>
      <translation>un bloqueo de cada articulación con alivio de {threshold} de hace {months} meses o menos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_most} or fewer days with diagnostic blocks for one complaint; more only give a caution</source>
      <translation>{at_most} o menos días con bloqueos diagnósticos por una dolencia; más solo dan una advertencia</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_most} {of} sessions or fewer in a region within 12 months</source>
      <translation>{at_most} sesiones {of} o menos en una región en 12 meses</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_most} joints or fewer in a session</source>
      <translation>{at_most} articulaciones o menos en una sesión</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, each side counted on its own</source>
      <translation>, cada lado contado por separado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, neighbours only</source>
      <translation>, solo contiguas</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the joints of every block</source>
      <translation>las articulaciones de cada bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>none of {joints}</source>
      <translation>ninguna de {joints}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the region of every block</source>
      <translation>la región de cada bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>one region on one day</source>
      <translation>una región en un día</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>diagnostic or therapeutic blocks on one day, not both</source>
      <translation>bloqueos diagnósticos o terapéuticos en un día, no ambos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>nothing else injected on the day of a diagnostic block</source>
      <translation>nada más inyectado el día de un bloqueo diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>guidance by {allowed}</source>
      <translation>guía por {allowed}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>images of every diagnostic block are kept</source>
      <translation>se guardan imágenes de cada bloqueo diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>sedation {allowed}, or a written reason for more</source>
      <translation>sedación {allowed}, o un motivo por escrito para más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>only local anesthetic or saline at the nerves</source>
      <translation>solo anestésico local o solución salina en los nervios</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_most} mL or less at each nerve</source>
      <translation>{at_most} mL o menos en cada nervio</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a signed note of every diagnostic block</source>
      <translation>una nota firmada de cada bloqueo diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>every block recorded as diagnostic or therapeutic</source>
      <translation>cada bloqueo registrado como diagnóstico o terapéutico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>before a therapeutic block diagnostic ones of its joints, each with relief of {threshold}: {blocks}</source>
      <translation>antes de un bloqueo terapéutico, bloqueos diagnósticos de sus articulaciones, cada uno con alivio de {threshold}: {blocks}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>before a repeated therapeutic block {months} months of relief of {threshold} from the one before</source>
      <translation>antes de repetir un bloqueo terapéutico, {months} meses de alivio de {threshold} del anterior</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, or {function} % better movements or activities</source>
      <translation>, o {function} % de mejoría de movimientos o actividades</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>with a therapeutic block the reason why no ablation is possible</source>
      <translation>con un bloqueo terapéutico, el motivo por el que no es posible la ablación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no therapeutic block</source>
      <translation>ningún bloqueo terapéutico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source> in the {weeks} weeks before a diagnostic one</source>
      <translation> en las {weeks} semanas antes de uno diagnóstico</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>an ablation as the next step when the blocks are positive</source>
      <translation>una ablación como paso siguiente cuando los bloqueos son positivos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>, above {over} °C</source>
      <translation>, por encima de {over} °C</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>an authorization of today's payer that covers an ablation of these joints today</source>
      <translation>una autorización del pagador actual que cubra hoy una ablación de estas articulaciones</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>relief of {threshold} after the last ablation of each joint and side</source>
      <translation>alivio de {threshold} tras la última ablación de cada articulación y lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source> for {months} months or more</source>
      <translation> durante {months} meses o más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source> for {weeks} weeks or more</source>
      <translation> durante {weeks} semanas o más</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the last ablation of each joint and side {years} years ago or less, or since then diagnostic blocks with relief of {threshold}: {blocks}</source>
      <translation>la última ablación de cada articulación y lado hace {years} años o menos, o desde entonces bloqueos diagnósticos con alivio de {threshold}: {blocks}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{at_least} months or more since the last ablation of these joints</source>
      <translation>{at_least} meses o más desde la última ablación de estas articulaciones</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no diagnostic block within {years} years of an ablation that gave {relief} % relief</source>
      <translation>ningún bloqueo diagnóstico en los {years} años tras una ablación que dio un alivio del {relief} %</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rules} are met</source>
      <translation>{rules} se cumplen</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>100 × (score before − score) / score before, exact, inside the agent's window since needle-out</source>
      <translation>100 × (puntuación antes − puntuación) / puntuación antes, exacto, dentro de la ventana del anestésico desde la retirada de la aguja</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>blocks of a joint and side with a signed result, counted</source>
      <translation>bloqueos de una articulación y lado con resultado firmado, contados</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>day of onset + {months} calendar months, on or before the day judged</source>
      <translation>día de inicio + {months} meses naturales, el día de la valoración o antes</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{start} + {days} days = {due}</source>
      <translation>{start} + {days} días = {due}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{start} + {days} days = {due}; the later block was on {end}</source>
      <translation>{start} + {days} días = {due}; el bloqueo posterior fue el {end}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>dates of service from {first} to {end}, joints of one day and region as one session; the second number counts {before} too</source>
      <translation>fechas de servicio desde el {first} hasta el {end}, las articulaciones de un día y una región como una sesión; el segundo número cuenta también {before}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>day of the block + {months} months, on or after the day judged</source>
      <translation>día del bloqueo + {months} meses, el día de la valoración o después</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>calendar months from the ablation to the day on which the pain came back</source>
      <translation>meses naturales desde la ablación hasta el día en que volvió el dolor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>day of the ablation + {years} years, on or after the day judged</source>
      <translation>día de la ablación + {years} años, el día de la valoración o después</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>day of the ablation + {at_least} months, on or before the day judged</source>
      <translation>día de la ablación + {at_least} meses, el día de la valoración o antes</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>different joints of one session, both sides of one as one level</source>
      <translation>articulaciones diferentes de una sesión, ambos lados de una como un nivel</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{named}, not in force on {on}</source>
      <translation>{named}, no está en vigor el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>read on {on}</source>
      <translation>leído el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>read from {read_in} on {on}; check before use</source>
      <translation>leído de {read_in} el {on}; compruébelo antes de usarlo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Met when</source>
      <translation>Se cumple cuando</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Block of {on}, {series}</source>
      <translation>Bloqueo del {on}, {series}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Block of {on}</source>
      <translation>Bloqueo del {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Rule</source>
      <translation>Regla</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{rule} of {named}, revision {effective}; this version is in force from {start}</source>
      <translation>{rule} de {named}, revisión {effective}; esta versión está en vigor desde el {start}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Confidence</source>
      <translation>Confianza</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>100 × ({baseline} − {score}) / {baseline} = {percent}, cut, not rounded</source>
      <translation>100 × ({baseline} − {score}) / {baseline} = {percent}, recortado, no redondeado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Inputs</source>
      <translation>Datos de entrada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Formula</source>
      <translation>Fórmula</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Threshold</source>
      <translation>Umbral</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Window</source>
      <translation>Ventana</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Stated</source>
      <translation>Referido</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Beside it</source>
      <translation>Al lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Limits</source>
      <translation>Límites</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{score} before the block at {at}</source>
      <translation>{score} antes del bloqueo a las {at}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>needle out {at}</source>
      <translation>aguja fuera {at}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{score} at {at}</source>
      <translation>{score} a {at}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>100 × ({baseline} − score) / {baseline}, exact, not rounded</source>
      <translation>100 × ({baseline} − puntuación) / {baseline}, exacto, no redondeado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no relief can be calculated</source>
      <translation>no se puede calcular el alivio</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{window} since needle-out; {coverage}; {lasted} ({source})</source>
      <translation>{window} desde la retirada de la aguja; {coverage}; {lasted} ({source})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{percent} % by the patient</source>
      <translation>{percent} % según el paciente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Joints and sides</source>
      <translation>Articulaciones y lados</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joints} (1 nerve)</source>
      <translation>{joints} (1 nervio)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joints} ({count} nerves)</source>
      <translation>{joints} ({count} nervios)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Agent and dose</source>
      <translation>Anestésico y dosis</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL per nerve</source>
      <translation>{mL} mL por nervio</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL ({mg} mg)</source>
      <translation>{mL} mL ({mg} mg)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL at most ({mg} mg at most)</source>
      <translation>{mL} mL como máximo ({mg} mg como máximo)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Guidance, other drugs</source>
      <translation>Guía por imagen, otros fármacos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>guidance not recorded</source>
      <translation>guía por imagen no registrada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>contrast</source>
      <translation>contraste</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no contrast</source>
      <translation>sin contraste</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>contrast not recorded</source>
      <translation>contraste no registrado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>sedation {level}</source>
      <translation>sedación {level}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no sedation</source>
      <translation>sin sedación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>sedation not recorded</source>
      <translation>sedación no registrada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>steroid {drugs}</source>
      <translation>esteroide {drugs}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>no steroid</source>
      <translation>sin esteroide</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>steroid not recorded</source>
      <translation>esteroide no registrado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Baseline to best</source>
      <translation>Del basal al mejor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{calculated} calculated, {stated} stated by the patient</source>
      <translation>{calculated} calculado, {stated} referido por el paciente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{calculated} calculated (patient not asked)</source>
      <translation>{calculated} calculado (no se preguntó al paciente)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Readings and mode</source>
      <translation>Lecturas y modo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{given} of {due}</source>
      <translation>{given} de {due}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} (in window {filled} of {due})</source>
      <translation>{count} (en la ventana {filled} de {due})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>none of: {tried}</source>
      <translation>ninguno de: {tried}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{threshold} in both</source>
      <translation>{threshold} en ambos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not {threshold} in both</source>
      <translation>no {threshold} en ambos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Coding preview, not a claim</source>
      <translation>Vista previa de codificación, no es una reclamación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No facet joint was fully treated: no code.</source>
      <translation>Ninguna articulación facetaria se trató por completo: sin código.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joint} needs {missing} too: not counted as a level.</source>
      <translation>{joint} necesita también {missing}: no se cuenta como nivel.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Not fully blocked, not counted: {joints}.</source>
      <translation>No bloqueado por completo, no se cuenta: {joints}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{nerve} is no nerve of a facet joint and adds no level.</source>
      <translation>{nerve} no es un nervio de una articulación facetaria y no añade ningún nivel.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The image guidance is not recorded: no code. Enter fluoroscopy, CT or ultrasound.</source>
      <translation>La guía por imagen no está registrada: sin código. Indique fluoroscopia, TC o ecografía.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Without image guidance these codes do not apply: no code.</source>
      <translation>Sin guía por imagen estos códigos no se aplican: sin código.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ablation without fluoroscopy or CT has no code here: no code.</source>
      <translation>La ablación sin fluoroscopia ni TC no tiene código aquí: sin código.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>It is not recorded whether the ablation is thermal: no code.</source>
      <translation>No está registrado si la ablación es térmica: sin código.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No source that was read says which code a cooled ablation has: no code. Ask the payer.</source>
      <translation>Ninguna fuente leída dice qué código tiene una ablación enfriada: sin código. Pregunte al pagador.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Only thermal ablation has these codes. Other kinds are reported as unlisted, 64999, which many payers do not cover.</source>
      <translation>Solo la ablación térmica tiene estos códigos. Otras se comunican como no listadas, 64999, que muchos pagadores no cubren.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Done elsewhere: not coded here.</source>
      <translation>Hecho en otro lugar: no se codifica aquí.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Only a block that was done is coded.</source>
      <translation>Solo se codifica un bloqueo que se hizo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{codes} are in force since {since}: no code for {on}.</source>
      <translation>{codes} están en vigor desde el {since}: sin código para el {on}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>T12-L1 with L1-2 counts as lumbar. How {other} is then counted was not found: ask your coder. No code.</source>
      <translation>T12-L1 con L1-2 cuenta como lumbar. No se encontró cómo se cuenta entonces {other}: pregunte a su codificador. Sin código.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>How ablation at T12-L1 together with L1-2 is counted was not found: ask your coder. No code.</source>
      <translation>No se encontró cómo se cuenta la ablación en T12-L1 junto con L1-2: pregunte a su codificador. Sin código.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{code} stands once for all further levels, but their sides differ: ask your coder. No line for {joints}.</source>
      <translation>{code} figura una vez para todos los niveles siguientes, pero sus lados difieren: pregunte a su codificador. Sin línea para {joints}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{code} for both sides of {joints}: payers differ on how an add-on code of both sides is written. No line until the payer's way is set.</source>
      <translation>{code} para ambos lados de {joints}: los pagadores difieren en cómo se escribe un código adicional de ambos lados. Sin línea hasta que se indique la forma del pagador.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joint}: first level of the {region} region.</source>
      <translation>{joint}: primer nivel de la región {region}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joint}: second level, an add-on code that cannot stand alone.</source>
      <translation>{joint}: segundo nivel, un código adicional que no puede ir solo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joints}: third or further level, once a day whatever their number.</source>
      <translation>{joints}: tercer nivel o siguiente, una vez al día sea cual sea su número.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{joints}: each further joint, an add-on code that cannot stand alone.</source>
      <translation>{joints}: cada articulación siguiente, un código adicional que no puede ir solo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>T12-L1 with L1-2 is one lumbar session: the thoracic first code, then lumbar add-ons.</source>
      <translation>T12-L1 con L1-2 es una sesión lumbar: primero el código torácico, después los adicionales lumbares.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Joints are counted, not nerves: {count} nerves are {levels}.</source>
      <translation>Se cuentan articulaciones, no nervios: {count} nervios son {levels}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>1 level</source>
      <translation>1 nivel</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} levels</source>
      <translation>{count} niveles</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Both sides of one joint are one level.</source>
      <translation>Ambos lados de una articulación son un nivel.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Different joints on the two sides are different levels.</source>
      <translation>Articulaciones diferentes en los dos lados son niveles diferentes.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>KX: a diagnostic block for {payer}.</source>
      <translation>KX: un bloqueo diagnóstico para {payer}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{payer} covers {count} levels in a session; a further one only on appeal.</source>
      <translation>{payer} cubre {count} niveles en una sesión; uno más solo con apelación.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{payer} does not cover ultrasound guidance.</source>
      <translation>{payer} no cubre la guía por ecografía.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{levels} were treated; {payer} covers {count} in a session.</source>
      <translation>Se trataron {levels}; {payer} cubre {count} en una sesión.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Image guidance and contrast are part of these codes: no line of their own.</source>
      <translation>La guía por imagen y el contraste forman parte de estos códigos: sin línea propia.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>On a one-sided line some payers want LT or RT, others do not.</source>
      <translation>En una línea de un solo lado algunos pagadores quieren LT o RT, otros no.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>It is not recorded whether the block was diagnostic: if it was, {payer} wants KX on every line.</source>
      <translation>No está registrado si el bloqueo fue diagnóstico: si lo fue, {payer} quiere KX en cada línea.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Steroid was injected: not a diagnostic block, so no KX.</source>
      <translation>Se inyectó esteroide: no es un bloqueo diagnóstico, así que sin KX.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Whether the payer wants KX and how many levels it covers is not known here: ask your coder.</source>
      <translation>Aquí no se sabe si el pagador quiere KX ni cuántos niveles cubre: pregunte a su codificador.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Two spinal regions in one session: payers usually expect one.</source>
      <translation>Dos regiones de la columna en una sesión: los pagadores suelen esperar una.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The code numbers were read on {read}. A new code set starts each 1 January: check them for {on}.</source>
      <translation>Los números de los códigos se leyeron el {read}. Cada 1 de enero empieza un conjunto nuevo: compruébelos para el {on}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The procedure was stopped: whether a modifier for reduced or stopped work applies is for the coder.</source>
      <translation>El procedimiento se detuvo: el codificador decide si corresponde un modificador por trabajo reducido o detenido.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Source: {source} ({confidence}).</source>
      <translation>Fuente: {source} ({confidence}).</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{code} is not on the covered list read on {read}.</source>
      <translation>{code} no está en la lista cubierta leída el {read}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Radiculopathy is recorded: it contradicts the codes without root signs.</source>
      <translation>Hay radiculopatía registrada: contradice los códigos sin signos radiculares.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>For the joints that the recorded blocks confirm by the rules in force, on condition of thermal ablation under fluoroscopy. Nothing of it has been done.</source>
      <translation>Para las articulaciones que los bloqueos registrados confirman según las reglas en vigor, con la condición de ablación térmica con fluoroscopia. Nada de ello se ha hecho.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>ablation, if it is done as requested</source>
      <translation>ablación, si se hace tal como se solicita</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>CPT is a trademark of the American Medical Association; numbers only.</source>
      <translation>CPT es una marca de la American Medical Association; solo números.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} records of this day are coded together as one session; these lines stand here only.</source>
      <translation>{count} registros de este día se codifican juntos como una sesión; estas líneas figuran solo aquí.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>For {codes}, since {since}: {words} Source: {source}, {read} ({confidence}).</source>
      <translation>Para {codes}, desde el {since}: {words} Fuente: {source}, {read} ({confidence}).</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Another record of this day carries the lines of the session: none here.</source>
      <translation>Otro registro de este día lleva las líneas de la sesión: aquí ninguna.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>There is another record of this day, and not all are signed: no code until the session is complete.</source>
      <translation>Hay otro registro de este día, y no todos están firmados: sin código hasta que la sesión esté completa.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>There is another record of this day with another purpose, guidance or number of lumbar vertebrae: ask your coder. No code.</source>
      <translation>Hay otro registro de este día con otro propósito, otra guía u otro número de vértebras lumbares: pregunte a su codificador. Sin código.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{volumes} of {strength} mg/mL = {mg}</source>
      <translation>{volumes} de {strength} mg/mL = {mg}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>at most {volumes} of {strength} mg/mL = {mg}</source>
      <translation>como máximo {volumes} de {strength} mg/mL = {mg}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} × {each} mL = {mL} mL</source>
      <translation>{count} × {each} mL = {mL} mL</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL</source>
      <translation>{mL} mL</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>skin {mL} mL</source>
      <translation>piel {mL} mL</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mg} mg</source>
      <translation>{mg} mg</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mg} mg at most</source>
      <translation>{mg} mg como máximo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>together {mg}</source>
      <translation>en total {mg}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{per_kg} mg/kg</source>
      <translation>{per_kg} mg/kg</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>limit {mg} mg absolute (by weight {other})</source>
      <translation>límite {mg} mg absoluto (por peso {other})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>limit {mg} mg absolute</source>
      <translation>límite {mg} mg absoluto</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>limit {mg} mg by weight (absolute {other})</source>
      <translation>límite {mg} mg por peso (absoluto {other})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>limit {mg} mg by weight</source>
      <translation>límite {mg} mg por peso</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{agent} for {use} (strength not recorded)</source>
      <translation>{agent} para {use} (concentración no registrada)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>skin anesthetic (volume not recorded)</source>
      <translation>anestésico cutáneo (volumen no registrado)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{nerves} (volume not recorded)</source>
      <translation>{nerves} (volumen no registrado)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} nerves</source>
      <translation>{count} nervios</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not counted: {what}</source>
      <translation>no contado: {what}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>anesthetic not recorded</source>
      <translation>anestésico no registrado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{agent} (no limit is known)</source>
      <translation>{agent} (no se conoce un límite)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mg} mg of {agent} is above the {limit}. Check volume and strength, or give the reason.</source>
      <translation>{mg} mg de {agent} supera el {limit}. Revise el volumen y la concentración, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>All local anesthetics together use {percent} % of their limits{more}.</source>
      <translation>Todos los anestésicos locales juntos usan el {percent} % de sus límites{more}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>All local anesthetics together use {percent} % of their limits{more}. Reduce the dose, or give the reason.</source>
      <translation>Todos los anestésicos locales juntos usan el {percent} % de sus límites{more}. Reduzca la dosis, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No limit is known for {agent}: it is in no sum.</source>
      <translation>No se conoce un límite para {agent}: no entra en ninguna suma.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No weight is recorded: only the absolute limit is used.</source>
      <translation>No hay peso registrado: solo se usa el límite absoluto.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL at {place} is more than {guard} mL: the block may lose its diagnostic value ({source}).</source>
      <translation>{mL} mL en {place} es más de {guard} mL: el bloqueo puede perder su valor diagnóstico ({source}).</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL at {place}: did you mean {mean} mL?</source>
      <translation>{mL} mL en {place}: ¿quiso decir {mean} mL?</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL at {place} is less than the {least} mL of any practice. Check the number and the unit.</source>
      <translation>{mL} mL en {place} es menos que los {least} mL de cualquier práctica. Revise el número y la unidad.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL of contrast at {places} is much for one needle. Check the number and the unit.</source>
      <translation>{mL} mL de contraste en {places} es mucho para una aguja. Revise el número y la unidad.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mg} mg of {drug} is far above a usual dose ({most} mg). Did you mean mcg?</source>
      <translation>{mg} mg de {drug} está muy por encima de una dosis habitual ({most} mg). ¿Quiso decir mcg?</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mg} mg of {drug} is above a usual dose ({most} mg). Check the number and the unit.</source>
      <translation>{mg} mg de {drug} está por encima de una dosis habitual ({most} mg). Revise el número y la unidad.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{agent} {strength}: did you mean {mean}? Correct the strength, or say why it is right.</source>
      <translation>{agent} {strength}: ¿quiso decir {mean}? Corrija la concentración, o indique por qué es correcta.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{agent} {strength} is not a usual strength.</source>
      <translation>{agent} {strength} no es una concentración habitual.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>It is not recorded whether epinephrine was in the {agent}: the plain limit and window are used.</source>
      <translation>No está registrado si había epinefrina en la {agent}: se usan el límite y la ventana sin epinefrina.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No anesthetic is recorded for {nerves}.</source>
      <translation>No hay anestésico registrado para {nerves}.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The contrast holds {mg} mg of iodine, more than the intrathecal limit of {limit} mg.</source>
      <translation>El contraste contiene {mg} mg de yodo, más que el límite intratecal de {limit} mg.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>With steroid this is not a diagnostic block.</source>
      <translation>Con esteroide, este no es un bloqueo diagnóstico.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The label on the table reads {label}; {entered} is recorded. Check the vial, and correct the one that is wrong.</source>
      <translation>La etiqueta en la mesa dice {label}; está registrado {entered}. Revise el vial y corrija el que sea erróneo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{seconds} s of fluoroscopy is very short. Were these minutes?</source>
      <translation>{seconds} s de fluoroscopia es muy poco. ¿Eran minutos?</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{seconds} s of fluoroscopy is {minutes} min. Is that right?</source>
      <translation>{seconds} s de fluoroscopia son {minutes} min. ¿Es correcto?</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mGy} mGy in {seconds} s is more than a C-arm gives. Check the dose, and whether the time was minutes.</source>
      <translation>{mGy} mGy en {seconds} s es más de lo que da un arco en C. Revise la dosis, y si el tiempo eran minutos.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mGy} mGy in {seconds} s is less than a C-arm gives. Check the dose and its unit.</source>
      <translation>{mGy} mGy en {seconds} s es menos de lo que da un arco en C. Revise la dosis y su unidad.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A dose area product of {dap} mGy·cm² is much for a block. Check the number and its unit.</source>
      <translation>Un producto dosis-área de {dap} mGy·cm² es mucho para un bloqueo. Revise el número y su unidad.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A dose area product of {dap} mGy·cm² is very little. Check the number and its unit.</source>
      <translation>Un producto dosis-área de {dap} mGy·cm² es muy poco. Revise el número y su unidad.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mGy} mGy is much for a block. Did you mean {mean} mGy?</source>
      <translation>{mGy} mGy es mucho para un bloqueo. ¿Quiso decir {mean} mGy?</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A dose area product of {dap} mGy·cm² does not fit an air kerma of {kerma} mGy. Is the unit {units}?</source>
      <translation>Un producto dosis-área de {dap} mGy·cm² no cuadra con un kerma en aire de {kerma} mGy. ¿Es la unidad {units}?</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>A dose area product of {dap} mGy·cm² does not fit an air kerma of {kerma} mGy. Check both numbers.</source>
      <translation>Un producto dosis-área de {dap} mGy·cm² no cuadra con un kerma en aire de {kerma} mGy. Revise ambos números.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {allergy}. {drug} is drawn up. Change the drug, or give the reason.</source>
      <translation>Alergia: {allergy}. Está preparado {drug}. Cambie el fármaco, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {allergy}. Whether {drug} is of that class is not known here. Change the drug, or give the reason.</source>
      <translation>Alergia: {allergy}. Aquí no se sabe si {drug} es de esa clase. Cambie el fármaco, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {allergy}. The skin prep is {prep}. Change the prep, or give the reason.</source>
      <translation>Alergia: {allergy}. La antisepsia de la piel es {prep}. Cámbiela, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {allergy}. The skin prep is not recorded: take one without it.</source>
      <translation>Alergia: {allergy}. La antisepsia de la piel no está registrada: tome una que no lo contenga.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {allergy}. Whether the skin prep ({prep}) is free of it is not known here. Read its label.</source>
      <translation>Alergia: {allergy}. Aquí no se sabe si la antisepsia de la piel ({prep}) está libre de ello. Lea su etiqueta.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {allergy}. It could not be checked against what is drawn up. Check it yourself.</source>
      <translation>Alergia: {allergy}. No se pudo comparar con lo que está preparado. Compruébelo usted.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergies are listed, but none is entered: nothing was checked against them. Enter them.</source>
      <translation>Se indica que hay alergias, pero no hay ninguna anotada: no se comparó nada con ellas. Anótelas.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {allergy}. Mind gloves and dressing (not recorded).</source>
      <translation>Alergia: {allergy}. Atención a los guantes y al apósito (no registrados).</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mg} mg of {agent} in all records of this day is above the {limit}. Check volume and strength, or give the reason.</source>
      <translation>{mg} mg de {agent} en todos los registros de este día supera el {limit}. Revise el volumen y la concentración, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Another record within 24 h is not wholly in the sum of anesthetics: {what}. Complete it, or mind what was given.</source>
      <translation>Otro registro dentro de 24 h no está por completo en la suma de anestésicos: {what}. Complételo, o tenga en cuenta lo que se dio.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mg} mg of {agent} within 24 h is above the limit of {limit} mg in 24 h. Check volume and strength, or give the reason.</source>
      <translation>{mg} mg de {agent} en 24 h supera el límite de {limit} mg en 24 h. Revise el volumen y la concentración, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>with the other records of this day</source>
      <translation>con los demás registros de este día</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The contrast holds at least {mg} mg of iodine (not every needle is recorded), more than the intrathecal limit of {limit} mg.</source>
      <translation>El contraste contiene al menos {mg} mg de yodo (no todas las agujas están registradas), más que el límite intratecal de {limit} mg.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Nobody has asked about allergies: nothing was checked against them. Ask, and enter the answer.</source>
      <translation>Nadie ha preguntado por alergias: no se comparó nada con ellas. Pregunte y anote la respuesta.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{mL} mL: did you mean {mean} mL? Type it again, or type {mL} mL with its unit to keep it.</source>
      <translation>{mL} mL: ¿quiso decir {mean} mL? Escríbalo de nuevo, o escriba {mL} mL con su unidad para conservarlo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{seconds} s is very short. Were these minutes? Type {seconds}:00, or {seconds} s to keep it.</source>
      <translation>{seconds} s es muy poco. ¿Eran minutos? Escriba {seconds}:00, o {seconds} s para conservarlo.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{seconds} s is {minutes} min. Type {minutes} if that is right.</source>
      <translation>{seconds} s son {minutes} min. Escriba {minutes} si es correcto.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Type the fluoroscopy time as seconds (42) or minutes and seconds (1:10).</source>
      <translation>Escriba el tiempo de fluoroscopia en segundos (42) o en minutos y segundos (1:10).</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>After the colon come two digits from 00 to 59, as in 1:10.</source>
      <translation>Después de los dos puntos van dos cifras de 00 a 59, como en 1:10.</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>joints with their side</source>
      <translation>articulaciones con su lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the needle-out time</source>
      <translation>la hora de retirada de la aguja</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a joint of which every nerve was injected</source>
      <translation>una articulación en la que se inyectaron todos los nervios</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>targets at every nerve of {joints}, on that side</source>
      <translation>puntos en cada nervio de {joints}, en ese lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a record that counts (this one is {state})</source>
      <translation>un registro que cuente (este está {state})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a block that tests something (these papers have no words for one that treats)</source>
      <translation>un bloqueo que pruebe algo (estos documentos no tienen palabras para uno que trata)</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Authorization {number} covers the plan</source>
      <translation>La autorización {number} cubre el plan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{on}, the first day on which authorization {number} covers the plan</source>
      <translation>{on}, primer día en que la autorización {number} cubre el plan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No authorization is needed, somebody entered</source>
      <translation>No hace falta autorización, según anotó alguien</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The authorization is requested, not decided</source>
      <translation>La autorización está solicitada, no decidida</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>It is not known whether an authorization covers the plan</source>
      <translation>No se sabe si una autorización cubre el plan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Authorization {number} does not cover the plan</source>
      <translation>La autorización {number} no cubre el plan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>without a number</source>
      <translation>sin número</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Auth. to {to}</source>
      <translation>Aut. hasta {to}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Auth. not needed</source>
      <translation>Aut. no hace falta</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Auth. requested</source>
      <translation>Aut. solicitada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Auth. not complete</source>
      <translation>Aut. no completa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Auth. does not cover</source>
      <translation>Aut. no lo cubre</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Auth. not in our record</source>
      <translation>Aut. no consta</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>denied on {on}</source>
      <translation>denegada el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a denial of {on} is open</source>
      <translation>una denegación del {on} sigue abierta</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>a day that is not in our record</source>
      <translation>un día que no consta en nuestro registro</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>asked on {on}</source>
      <translation>solicitada el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{what} not in our record</source>
      <translation>sin dato en nuestro registro: {what}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{where} not in it</source>
      <translation>no figura en ella: {where}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} joints planned, {limit} approved</source>
      <translation>{count} articulaciones planificadas, {limit} aprobadas</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{day1} lies before its first day, {day2}</source>
      <translation>el {day1} es anterior a su primer día, {day2}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{day1} lies after its last day, {day2}</source>
      <translation>el {day1} es posterior a su último día, {day2}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>code {codes} not in it</source>
      <translation>no figura en ella el código {codes}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} of {limit} sessions used ({days})</source>
      <translation>{count} de {limit} sesiones usadas ({days})</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>it is of another payer, {payer}</source>
      <translation>es de otro pagador, {payer}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>not named</source>
      <translation>no indicado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the planned joints are</source>
      <translation>las articulaciones planificadas</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>its payer is</source>
      <translation>su pagador</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the payer of the patient is</source>
      <translation>el pagador del paciente</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>its number is</source>
      <translation>su número</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>its joints are</source>
      <translation>sus articulaciones</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>its first or last day is</source>
      <translation>su primer o último día</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>its side is</source>
      <translation>su lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>its codes are</source>
      <translation>sus códigos</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>its number of sessions is</source>
      <translation>su número de sesiones</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the code of the plan is</source>
      <translation>el código del plan</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether its sessions are used, while a note is not finished, is</source>
      <translation>si sus sesiones están usadas, mientras una nota no esté terminada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>which side is of which joint is</source>
      <translation>qué lado corresponde a qué articulación</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>whether it was denied before or after is</source>
      <translation>si se denegó antes o después</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>nurse</source>
      <translation>enfermera</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>front desk</source>
      <translation>recepción</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No joint and side is planned</source>
      <translation>No hay articulación ni lado planificados</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Plan joints and side</source>
      <translation>Planifique las articulaciones y el lado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>First block of these joints and sides</source>
      <translation>Primer bloqueo de estas articulaciones y lados</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The note of a block begun on {last}, {days} days before, is not finished</source>
      <translation>La nota de un bloqueo comenzado el {last}, {days} días antes, no está terminada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Finish that note first</source>
      <translation>Termine primero esa nota</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{days} days after the block of {last}; the payer's rules cannot be read</source>
      <translation>{days} días después del bloqueo del {last}; las reglas del pagador no se pueden leer</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Look up how many days the payer asks for</source>
      <translation>Busque cuántos días pide el pagador</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{days} days after the block of {last}; the rule set names no interval</source>
      <translation>{days} días después del bloqueo del {last}; el conjunto de reglas no indica ningún intervalo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{days} days after the block of {last}, {least} asked</source>
      <translation>{days} días después del bloqueo del {last}; se piden {least}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{days} days after the block of {last}, {least} asked; reason: {reason}</source>
      <translation>{days} días después del bloqueo del {last}; se piden {least}; motivo: {reason}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask whether the payer accepts the reason</source>
      <translation>Pregunte si el pagador acepta el motivo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Move it to {first} or later, or have the physician write why it comes sooner</source>
      <translation>Páselo al {first} o después, o que el médico escriba por qué se hace antes</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The payer's rules cannot be read</source>
      <translation>Las reglas del pagador no se pueden leer</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Look up how many sessions the payer covers</source>
      <translation>Busque cuántas sesiones cubre el pagador</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} diagnostic sessions in 12 months with this one; the rule set names no limit</source>
      <translation>{count} sesiones diagnósticas en 12 meses con esta; el conjunto de reglas no indica ningún límite</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} diagnostic sessions in 12 months with this one, {limit} covered</source>
      <translation>{count} sesiones diagnósticas en 12 meses con esta; se cubren {limit}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Decide whether it is done, and who pays</source>
      <translation>Decida si se hace, y quién paga</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Up to {count} sessions in 12 months with this one, {limit} covered; of some the kind is not recorded</source>
      <translation>Hasta {count} sesiones en 12 meses con esta; se cubren {limit}; de algunas el tipo no está registrado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Record the purpose of the earlier blocks</source>
      <translation>Registre el propósito de los bloqueos anteriores</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} sessions when the same day of the year before counts too, {limit} covered</source>
      <translation>{count} sesiones si también cuenta el mismo día del año anterior; se cubren {limit}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask the payer which first day counts, or plan it later</source>
      <translation>Pregunte al pagador qué primer día cuenta, o planifíquelo más tarde</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{count} of {limit} diagnostic sessions in 12 months with this one</source>
      <translation>{count} de {limit} sesiones diagnósticas en 12 meses con esta</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Nobody has asked whether the pain is back since the block before</source>
      <translation>Nadie ha preguntado si el dolor ha vuelto desde el bloqueo anterior</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask by telephone</source>
      <translation>Pregunte por teléfono</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The pain is back since the block before</source>
      <translation>El dolor ha vuelto desde el bloqueo anterior</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The pain is not back since the block before</source>
      <translation>El dolor no ha vuelto desde el bloqueo anterior</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Decide: without pain the block shows nothing</source>
      <translation>Decida: sin dolor el bloqueo no muestra nada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Pain not asked</source>
      <translation>Dolor no preguntado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask for the usual pain, 0 to 10</source>
      <translation>Pregunte por el dolor habitual, de 0 a 10</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Pain {score} of 10, less than {least}</source>
      <translation>Dolor {score} de 10, menos de {least}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Decide: with so little pain the block shows nothing</source>
      <translation>Decida: con tan poco dolor el bloqueo no muestra nada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Pain {score} of 10</source>
      <translation>Dolor {score} de 10</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>blood thinner</source>
      <translation>anticoagulante</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Blood thinner not asked</source>
      <translation>Anticoagulante no preguntado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask, and enter the answer</source>
      <translation>Pregunte y anote la respuesta</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No blood thinner</source>
      <translation>Sin anticoagulante</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{drug} {plan}; {gaps} not recorded</source>
      <translation>{drug} {plan}; no registrado: {gaps}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Record what the prescriber decided</source>
      <translation>Registre lo que decidió quien lo recetó</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{drug} {plan}, restart due {due}: that is before this block</source>
      <translation>{drug} {plan}, reinicio previsto el {due}: es antes de este bloqueo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask whether it is taken again, and record what the prescriber decides for this block</source>
      <translation>Pregunte si se toma de nuevo y registre lo que decide para este bloqueo quien lo receta</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>{drug} {plan}, decided by {by} on {on}</source>
      <translation>{drug} {plan}, decidido por {by} el {on}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the drug</source>
      <translation>el fármaco</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>who decided</source>
      <translation>quién lo decidió</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>when it was decided</source>
      <translation>cuándo se decidió</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the last day</source>
      <translation>el último día</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>the restart</source>
      <translation>el reinicio</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Allergy: {names}</source>
      <translation>Alergia: {names}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>An allergy that is not named</source>
      <translation>Una alergia que no se nombra</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Decide what is used instead of iodinated contrast</source>
      <translation>Decidir qué se usa en lugar del contraste yodado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Decide which local anesthetic is used</source>
      <translation>Decidir qué anestésico local se usa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Have another skin prep ready</source>
      <translation>Tener listo otro antiséptico cutáneo</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Have everything ready without latex</source>
      <translation>Tener todo listo sin látex</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Have another dressing ready</source>
      <translation>Tener listo otro apósito</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Check that nothing that is planned holds it</source>
      <translation>Comprobar que nada de lo previsto la contiene</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Pregnancy: {told}</source>
      <translation>Embarazo: {told}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The patient is recorded as pregnant</source>
      <translation>La paciente está registrada como embarazada</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Decide whether x-rays are used, and write why</source>
      <translation>Decida si se usan rayos X, y escriba por qué</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The patient is recorded as pregnant; reason: {reason}</source>
      <translation>La paciente está registrada como embarazada; motivo: {reason}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Confirm the decision on the day</source>
      <translation>Confirme la decisión ese día</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No consent recorded</source>
      <translation>Ningún consentimiento registrado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Explain the block and record the consent</source>
      <translation>Explique el bloqueo y registre el consentimiento</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Consent {kind}</source>
      <translation>Consentimiento {kind}</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Nobody has asked who takes the patient home</source>
      <translation>Nadie ha preguntado quién lleva al paciente a casa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask who takes the patient home</source>
      <translation>Pregunte quién lleva al paciente a casa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The way home is not arranged yet</source>
      <translation>El regreso a casa todavía no está organizado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask again who takes the patient home</source>
      <translation>Pregunte de nuevo quién lleva al paciente a casa</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>The way home is arranged</source>
      <translation>El regreso a casa está organizado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No driver is needed</source>
      <translation>No hace falta conductor</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Nobody has asked whether an interpreter is needed</source>
      <translation>Nadie ha preguntado si hace falta un intérprete</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask which language, and whether an interpreter is needed</source>
      <translation>Pregunte qué idioma, y si hace falta un intérprete</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>An interpreter is needed and not arranged yet</source>
      <translation>Hace falta un intérprete y todavía no está organizado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Arrange an interpreter</source>
      <translation>Organice un intérprete</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>An interpreter is arranged</source>
      <translation>Hay un intérprete organizado</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>No interpreter is needed</source>
      <translation>No hace falta intérprete</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask the payer, or enter that none is needed</source>
      <translation>Pregunte al pagador, o anote que no hace falta ninguna</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Complete the entry from the payer's letter</source>
      <translation>Complete la entrada con la carta del pagador</translation>
    </message>
    <message>
      <location filename="phrases" />
      <source>Ask the payer, or change the plan with the physician</source>
      <translation>Pregunte al pagador, o cambie el plan con el médico</translation>
    </message>
    <message>
      <location filename="AblationMethod" />
      <source>thermal radiofrequency</source>
      <translation>radiofrecuencia térmica</translation>
    </message>
    <message>
      <location filename="AblationMethod" />
      <source>cooled radiofrequency</source>
      <translation>radiofrecuencia enfriada</translation>
    </message>
    <message>
      <location filename="AblationMethod" />
      <source>pulsed radiofrequency</source>
      <translation>radiofrecuencia pulsada</translation>
    </message>
    <message>
      <location filename="AblationMethod" />
      <source>cryoablation</source>
      <translation>crioablación</translation>
    </message>
    <message>
      <location filename="AblationMethod" />
      <source>chemical</source>
      <translation>química</translation>
    </message>
    <message>
      <location filename="AblationMethod" />
      <source>laser</source>
      <translation>láser</translation>
    </message>
    <message>
      <location filename="AblationMethod" />
      <source>endoscopic</source>
      <translation>endoscópica</translation>
    </message>
    <message>
      <location filename="Verdict" />
      <source>met</source>
      <translation>se cumple</translation>
    </message>
    <message>
      <location filename="Verdict" />
      <source>not met</source>
      <translation>no se cumple</translation>
    </message>
    <message>
      <location filename="Verdict" />
      <source>unknown</source>
      <translation>desconocido</translation>
    </message>
    <message>
      <location filename="Verdict" />
      <source>does not apply</source>
      <translation>no procede</translation>
    </message>
    <message>
      <location filename="Role" />
      <source>manager</source>
      <translation>gerente</translation>
    </message>
    <message>
      <location filename="Role" />
      <source>administrator</source>
      <translation>administrador</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>see the day's list and find a patient</source>
      <translation>ver la lista del día y buscar un paciente</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>add, edit and import people</source>
      <translation>añadir, editar e importar personas</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>make two records of one person one</source>
      <translation>unir dos registros de una persona en uno</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>open a chart</source>
      <translation>abrir una historia</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>see a patient's papers</source>
      <translation>ver los documentos de un paciente</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>plan a block</source>
      <translation>planificar un bloqueo</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>start a draft, keep the room record and its sections</source>
      <translation>iniciar un borrador, llevar el registro de sala y sus secciones</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>enter pain scores and calls</source>
      <translation>anotar puntuaciones de dolor y llamadas</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>enter levels, targets, injectate and conclusion</source>
      <translation>anotar niveles, puntos, lo inyectado y la conclusión</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>sign, add an addendum, mark an own document as entered in error</source>
      <translation>firmar, añadir una adenda, marcar un documento propio como registrado por error</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>print and send signed papers</source>
      <translation>imprimir y enviar documentos firmados</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>keep what was sent and what waits to be printed</source>
      <translation>anotar lo que se envió y lo que espera impresión</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>add scans and papers from outside</source>
      <translation>añadir escaneos y documentos externos</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>enter authorizations, denials and appeals</source>
      <translation>anotar autorizaciones, denegaciones y apelaciones</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>see rule sets and clinic details</source>
      <translation>ver conjuntos de reglas y datos de la clínica</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>change clinic details, rule sets, backup</source>
      <translation>cambiar datos de la clínica, conjuntos de reglas y copia de seguridad</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>change templates</source>
      <translation>cambiar plantillas</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>change presets</source>
      <translation>cambiar preajustes</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>add and change users</source>
      <translation>añadir y cambiar usuarios</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>back up and restore</source>
      <translation>hacer y restaurar copias de seguridad</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>verify the record's chain and signatures</source>
      <translation>verificar la cadena y las firmas del registro</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>see figures without patients' names and export them</source>
      <translation>ver cifras sin nombres de pacientes y exportarlas</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>see the figures of every physician</source>
      <translation>ver las cifras de todos los médicos</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>export lists with patients' names</source>
      <translation>exportar listas con nombres de pacientes</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>open a chart in an emergency, with a reason</source>
      <translation>abrir una historia en una emergencia, con un motivo</translation>
    </message>
    <message>
      <location filename="Permission" />
      <source>change the own passphrase and PIN</source>
      <translation>cambiar su propia frase de contraseña y su PIN</translation>
    </message>
    <message>
      <location filename="Arranged" />
      <source>arranged</source>
      <translation>organizado</translation>
    </message>
    <message>
      <location filename="Arranged" />
      <source>not arranged yet</source>
      <translation>todavía no organizado</translation>
    </message>
    <message>
      <location filename="Arranged" />
      <source>not needed</source>
      <translation>no hace falta</translation>
    </message>
    <message>
      <location filename="Cover" />
      <source>covers</source>
      <translation>cubre</translation>
    </message>
    <message>
      <location filename="Cover" />
      <source>requested</source>
      <translation>solicitada</translation>
    </message>
    <message>
      <location filename="Cover" />
      <source>does not cover</source>
      <translation>no cubre</translation>
    </message>
    <message>
      <location filename="BlockState" />
      <source>planned</source>
      <translation>planificado</translation>
    </message>
    <message>
      <location filename="BlockState" />
      <source>draft</source>
      <translation>borrador</translation>
    </message>
    <message>
      <location filename="BlockState" />
      <source>to be co-signed</source>
      <translation>pendiente de cofirma</translation>
    </message>
    <message>
      <location filename="BlockState" />
      <source>returned</source>
      <translation>devuelto</translation>
    </message>
    <message>
      <location filename="BlockState" />
      <source>discarded</source>
      <translation>descartado</translation>
    </message>
    <message>
      <location filename="BlockState" />
      <source>entered in error</source>
      <translation>registrado por error</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>amide local anesthetic</source>
      <translation>anestésico local tipo amida</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>ester local anesthetic</source>
      <translation>anestésico local tipo éster</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>iodinated contrast</source>
      <translation>contraste yodado</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>chlorhexidine</source>
      <translation>clorhexidina</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>povidone-iodine</source>
      <translation>povidona yodada</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>latex</source>
      <translation>látex</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>adhesive</source>
      <translation>adhesivo</translation>
    </message>
    <message>
      <location filename="AllergyKind" />
      <source>other</source>
      <translation>otro</translation>
    </message>
    <message>
      <location filename="AllergyState" />
      <source>listed</source>
      <translation>enumeradas</translation>
    </message>
    <message>
      <location filename="AnticoagulantPlan" />
      <source>continued</source>
      <translation>continuado</translation>
    </message>
    <message>
      <location filename="Sex" />
      <source>female</source>
      <translation>femenino</translation>
    </message>
    <message>
      <location filename="Sex" />
      <source>male</source>
      <translation>masculino</translation>
    </message>
    <message>
      <location filename="SessionKind" />
      <source>diagnostic</source>
      <translation>diagnóstico</translation>
    </message>
    <message>
      <location filename="SessionKind" />
      <source>therapeutic</source>
      <translation>terapéutico</translation>
    </message>
    <message>
      <location filename="SessionKind" />
      <source>ablation</source>
      <translation>ablación</translation>
    </message>
    <message>
      <location filename="Ready" />
      <source>ready</source>
      <translation>listo</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>interval</source>
      <translation>intervalo</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>sessions in 12 months</source>
      <translation>sesiones en 12 meses</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>pain back</source>
      <translation>vuelta del dolor</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>pain now</source>
      <translation>dolor actual</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>allergy</source>
      <translation>alergia</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>pregnancy</source>
      <translation>embarazo</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>consent</source>
      <translation>consentimiento</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>way home</source>
      <translation>regreso a casa</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>interpreter</source>
      <translation>intérprete</translation>
    </message>
    <message>
      <location filename="Checked" />
      <source>authorization</source>
      <translation>autorización</translation>
    </message>
    <message>
      <location filename="DrugUse" />
      <source>nerve targets</source>
      <translation>puntos en los nervios</translation>
    </message>
    <message>
      <location filename="DrugUse" />
      <source>skin anesthetic</source>
      <translation>anestésico cutáneo</translation>
    </message>
    <message>
      <location filename="DrugUse" />
      <source>steroid</source>
      <translation>esteroide</translation>
    </message>
    <message>
      <location filename="Prep" />
      <source>chlorhexidine in alcohol</source>
      <translation>clorhexidina en alcohol</translation>
    </message>
    <message>
      <location filename="Weight" />
      <source>information</source>
      <translation>información</translation>
    </message>
    <message>
      <location filename="Weight" />
      <source>caution</source>
      <translation>precaución</translation>
    </message>
    <message>
      <location filename="Weight" />
      <source>needs a reason</source>
      <translation>necesita un motivo</translation>
    </message>
    <message>
      <location filename="Weight" />
      <source>must agree</source>
      <translation>debe coincidir</translation>
    </message>
    <message>
      <location filename="ContrastKind" />
      <source>iodinated</source>
      <translation>yodado</translation>
    </message>
    <message>
      <location filename="ContrastKind" />
      <source>gadolinium</source>
      <translation>gadolinio</translation>
    </message>
    <message>
      <location filename="AgentKind" />
      <source>amide</source>
      <translation>amida</translation>
    </message>
    <message>
      <location filename="AgentKind" />
      <source>ester</source>
      <translation>éster</translation>
    </message>
    <message>
      <location filename="Region" />
      <source>cervical</source>
      <translation>cervical</translation>
    </message>
    <message>
      <location filename="Region" />
      <source>thoracic</source>
      <translation>torácica</translation>
    </message>
    <message>
      <location filename="Region" />
      <source>lumbar</source>
      <translation>lumbar</translation>
    </message>
    <message>
      <location filename="CoverageRegion" />
      <source>cervical and thoracic</source>
      <translation>cervical y torácica</translation>
    </message>
    <message>
      <location filename="CoverageRegion" />
      <source>lumbar and sacral</source>
      <translation>lumbar y sacra</translation>
    </message>
    <message>
      <location filename="AskedFor" />
      <source>diagnostic block</source>
      <translation>bloqueo diagnóstico</translation>
    </message>
    <message>
      <location filename="AuthorizationState" />
      <source>approved</source>
      <translation>aprobada</translation>
    </message>
    <message>
      <location filename="AuthorizationState" />
      <source>partly approved</source>
      <translation>aprobada en parte</translation>
    </message>
    <message>
      <location filename="AuthorizationState" />
      <source>denied</source>
      <translation>denegada</translation>
    </message>
    <message>
      <location filename="Unnamed" />
      <source>side</source>
      <translation>lado</translation>
    </message>
    <message>
      <location filename="Unnamed" />
      <source>codes</source>
      <translation>códigos</translation>
    </message>
    <message>
      <location filename="Unnamed" />
      <source>number of sessions</source>
      <translation>número de sesiones</translation>
    </message>
    <message>
      <location filename="Procedure" />
      <source>injection</source>
      <translation>inyección</translation>
    </message>
    <message>
      <location filename="Confidence" />
      <source>own</source>
      <translation>propia</translation>
    </message>
    <message>
      <location filename="Vertebrae" />
      <source>five lumbar vertebrae</source>
      <translation>cinco vértebras lumbares</translation>
    </message>
    <message>
      <location filename="Vertebrae" />
      <source>six lumbar vertebrae</source>
      <translation>seis vértebras lumbares</translation>
    </message>
    <message>
      <location filename="Vertebrae" />
      <source>sacralised L5</source>
      <translation>L5 sacralizada</translation>
    </message>
    <message>
      <location filename="Exactly" />
      <source>to</source>
      <translation>a</translation>
    </message>
    <message>
      <location filename="Aspiration" />
      <source>blood</source>
      <translation>sangre</translation>
    </message>
    <message>
      <location filename="Aspiration" />
      <source>CSF</source>
      <translation>LCR</translation>
    </message>
    <message>
      <location filename="ContrastPattern" />
      <source>along bone, no vessel</source>
      <translation>a lo largo del hueso, sin vaso</translation>
    </message>
    <message>
      <location filename="ContrastPattern" />
      <source>vascular</source>
      <translation>vascular</translation>
    </message>
    <message>
      <location filename="ContrastPattern" />
      <source>foraminal or epidural</source>
      <translation>foraminal o epidural</translation>
    </message>
    <message>
      <location filename="ContrastPattern" />
      <source>muscle</source>
      <translation>músculo</translation>
    </message>
    <message>
      <location filename="ContrastPattern" />
      <source>none seen</source>
      <translation>ninguno visto</translation>
    </message>
    <message>
      <location filename="Route" />
      <source>IV</source>
      <translation>IV</translation>
    </message>
    <message>
      <location filename="Route" />
      <source>IM</source>
      <translation>IM</translation>
    </message>
    <message>
      <location filename="Route" />
      <source>by mouth</source>
      <translation>por boca</translation>
    </message>
    <message>
      <location filename="Route" />
      <source>intranasal</source>
      <translation>intranasal</translation>
    </message>
    <message>
      <location filename="Route" />
      <source>inhaled</source>
      <translation>inhalado</translation>
    </message>
    <message>
      <location filename="Guidance" />
      <source>CT</source>
      <translation>TC</translation>
    </message>
    <message>
      <location filename="Guidance" />
      <source>ultrasound</source>
      <translation>ecografía</translation>
    </message>
    <message>
      <location filename="DapUnit" />
      <source>mGy·cm²</source>
      <translation>mGy·cm²</translation>
    </message>
    <message>
      <location filename="DapUnit" />
      <source>Gy·cm²</source>
      <translation>Gy·cm²</translation>
    </message>
    <message>
      <location filename="DapUnit" />
      <source>cGy·cm²</source>
      <translation>cGy·cm²</translation>
    </message>
    <message>
      <location filename="DapUnit" />
      <source>dGy·cm²</source>
      <translation>dGy·cm²</translation>
    </message>
    <message>
      <location filename="DapUnit" />
      <source>µGy·m²</source>
      <translation>µGy·m²</translation>
    </message>
    <message>
      <location filename="KermaUnit" />
      <source>mGy</source>
      <translation>mGy</translation>
    </message>
    <message>
      <location filename="KermaUnit" />
      <source>Gy</source>
      <translation>Gy</translation>
    </message>
    <message>
      <location filename="SedationLevel" />
      <source>minimal</source>
      <translation>mínima</translation>
    </message>
    <message>
      <location filename="SedationLevel" />
      <source>moderate</source>
      <translation>moderada</translation>
    </message>
    <message>
      <location filename="SedationLevel" />
      <source>deep or MAC</source>
      <translation>profunda o MAC</translation>
    </message>
    <message>
      <location filename="ConsentKind" />
      <source>written</source>
      <translation>escrito</translation>
    </message>
    <message>
      <location filename="ConsentKind" />
      <source>verbal</source>
      <translation>verbal</translation>
    </message>
    <message>
      <location filename="ConsentKind" />
      <source>written and verbal</source>
      <translation>escrito y verbal</translation>
    </message>
    <message>
      <location filename="Moment" />
      <source>in room</source>
      <translation>en la sala</translation>
    </message>
    <message>
      <location filename="Moment" />
      <source>left room</source>
      <translation>fuera de la sala</translation>
    </message>
    <message>
      <location filename="PatientAnswer" />
      <source>not able to answer</source>
      <translation>no pudo contestar</translation>
    </message>
    <message>
      <location filename="WhereTimeOut" />
      <source>room screen</source>
      <translation>pantalla de sala</translation>
    </message>
    <message>
      <location filename="WhereTimeOut" />
      <source>recorded after the procedure</source>
      <translation>registrado después del procedimiento</translation>
    </message>
    <message>
      <location filename="VitalsWhen" />
      <source>recovery</source>
      <translation>recuperación</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>levels and side</source>
      <translation>niveles y lado</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>epinephrine</source>
      <translation>epinefrina</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>volumes</source>
      <translation>volúmenes</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>aspiration</source>
      <translation>aspiración</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>skin prep</source>
      <translation>antisepsia de la piel</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>images</source>
      <translation>imágenes</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>complications</source>
      <translation>complicaciones</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>needle</source>
      <translation>aguja</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>position</source>
      <translation>posición</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>lot and expiry</source>
      <translation>lote y vencimiento</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>vital signs</source>
      <translation>signos vitales</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>recovery and discharge</source>
      <translation>recuperación y alta</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>level count</source>
      <translation>recuento de niveles</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>diagnosis</source>
      <translation>diagnóstico</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>findings</source>
      <translation>hallazgos</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>plan</source>
      <translation>plan</translation>
    </message>
    <message>
      <location filename="Item" />
      <source>team and room</source>
      <translation>equipo y sala</translation>
    </message>
    <message>
      <location filename="HowEntered" />
      <source>entered</source>
      <translation>anotado</translation>
    </message>
    <message>
      <location filename="HowEntered" />
      <source>accepted</source>
      <translation>aceptado</translation>
    </message>
    <message>
      <location filename="HowEntered" />
      <source>stamped in the room</source>
      <translation>hora anotada en la sala</translation>
    </message>
    <message>
      <location filename="PairVerdict" />
      <source>concordant</source>
      <translation>concordante</translation>
    </message>
    <message>
      <location filename="PairVerdict" />
      <source>concordant, prolonged</source>
      <translation>concordante, prolongado</translation>
    </message>
    <message>
      <location filename="PairVerdict" />
      <source>discordant</source>
      <translation>discordante</translation>
    </message>
    <message>
      <location filename="PairVerdict" />
      <source>discordant, prolonged</source>
      <translation>discordante, prolongado</translation>
    </message>
    <message>
      <location filename="PairVerdict" />
      <source>same-agent repeat</source>
      <translation>repetición con el mismo anestésico</translation>
    </message>
    <message>
      <location filename="PairVerdict" />
      <source>confirmed</source>
      <translation>confirmado</translation>
    </message>
    <message>
      <location filename="PairVerdict" />
      <source>undecided</source>
      <translation>sin decidir</translation>
    </message>
    <message>
      <location filename="Standing" />
      <source>pending</source>
      <translation>pendiente</translation>
    </message>
    <message>
      <location filename="CallOutcome" />
      <source>reached</source>
      <translation>contactado</translation>
    </message>
    <message>
      <location filename="CallOutcome" />
      <source>will call back</source>
      <translation>volverá a llamar</translation>
    </message>
    <message>
      <location filename="CallOutcome" />
      <source>wrong number</source>
      <translation>número equivocado</translation>
    </message>
    <message>
      <location filename="CallOutcome" />
      <source>refused</source>
      <translation>rechazado</translation>
    </message>
    <message>
      <location filename="Restart" />
      <source>none was stopped</source>
      <translation>no se suspendió ninguno</translation>
    </message>
    <message>
      <location filename="Restart" />
      <source>not restarted yet</source>
      <translation>todavía no reiniciado</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>physical therapy</source>
      <translation>fisioterapia</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>home exercise</source>
      <translation>ejercicio en casa</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>NSAID</source>
      <translation>AINE</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>acetaminophen</source>
      <translation>paracetamol (acetaminofén)</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>other medicine</source>
      <translation>otro medicamento</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>manipulation</source>
      <translation>manipulación</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>activity change</source>
      <translation>cambio de actividad</translation>
    </message>
    <message>
      <location filename="CareKind" />
      <source>other care</source>
      <translation>otro tratamiento</translation>
    </message>
    <message>
      <location filename="HardwareKind" />
      <source>fusion</source>
      <translation>fusión</translation>
    </message>
    <message>
      <location filename="HardwareKind" />
      <source>anterior interbody fusion</source>
      <translation>fusión intersomática anterior</translation>
    </message>
    <message>
      <location filename="HardwareKind" />
      <source>cage</source>
      <translation>caja intersomática</translation>
    </message>
    <message>
      <location filename="HardwareKind" />
      <source>screws or rods</source>
      <translation>tornillos o barras</translation>
    </message>
    <message>
      <location filename="HardwareKind" />
      <source>disc replacement</source>
      <translation>prótesis de disco</translation>
    </message>
    <message>
      <location filename="HardwareKind" />
      <source>interspinous spacer</source>
      <translation>espaciador interespinoso</translation>
    </message>
    <message>
      <location filename="RootsExplained" />
      <source>treated</source>
      <translation>tratados</translation>
    </message>
    <message>
      <location filename="RootsExplained" />
      <source>facet joint cyst</source>
      <translation>quiste de la articulación facetaria</translation>
    </message>
    <message>
      <location filename="IdentifierKind" />
      <source>member id</source>
      <translation>n.º de afiliado</translation>
    </message>
    <message>
      <location filename="IdentifierKind" />
      <source>national id</source>
      <translation>n.º de identificación nacional</translation>
    </message>
    <message>
      <location filename="BothSides" />
      <source>one line with 50</source>
      <translation>una línea con 50</translation>
    </message>
    <message>
      <location filename="BothSides" />
      <source>two lines, LT and RT</source>
      <translation>dos líneas, LT y RT</translation>
    </message>
    <message>
      <location filename="BothSides" />
      <source>one line, two units</source>
      <translation>una línea, dos unidades</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>pain score before the block</source>
      <translation>puntuación de dolor antes del bloqueo</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>8 h pain score</source>
      <translation>puntuación de dolor a las 8 h</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>24 h pain score</source>
      <translation>puntuación de dolor a las 24 h</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>fluoroscopy time, or that none was used</source>
      <translation>tiempo de fluoroscopia, o que no se usó</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>air kerma</source>
      <translation>kerma en aire</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>dose area product</source>
      <translation>producto dosis-área</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>body weight</source>
      <translation>peso corporal</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>lot of the anesthetic</source>
      <translation>lote del anestésico</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>purpose of the block</source>
      <translation>propósito del bloqueo</translation>
    </message>
    <message>
      <location filename="Gap" />
      <source>signed response</source>
      <translation>respuesta firmada</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>vasovagal reaction</source>
      <translation>reacción vasovagal</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>vascular needle position</source>
      <translation>aguja en posición vascular</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>local bleeding or hematoma</source>
      <translation>sangrado local o hematoma</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>prolonged soreness</source>
      <translation>dolorimiento prolongado</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>ataxia or dizziness after the block</source>
      <translation>ataxia o mareo tras el bloqueo</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>motor or sensory spread to a nerve root</source>
      <translation>difusión motora o sensitiva a una raíz nerviosa</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>epidural or intrathecal spread</source>
      <translation>difusión epidural o intratecal</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>dural puncture headache</source>
      <translation>cefalea por punción dural</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>pneumothorax</source>
      <translation>neumotórax</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>local anesthetic systemic toxicity</source>
      <translation>toxicidad sistémica por anestésico local</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>allergic or contrast reaction</source>
      <translation>reacción alérgica o al contraste</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>infection</source>
      <translation>infección</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>hypertensive or hyperglycemic episode</source>
      <translation>episodio hipertensivo o hiperglucémico</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>syncope or fall</source>
      <translation>síncope o caída</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>wrong level, side or patient</source>
      <translation>nivel, lado o paciente equivocado</translation>
    </message>
    <message>
      <location filename="ComplicationKind" />
      <source>phrenic nerve block</source>
      <translation>bloqueo del nervio frénico</translation>
    </message>
    <message>
      <location filename="BlockVerdict" />
      <source>not a diagnostic block</source>
      <translation>no es un bloqueo diagnóstico</translation>
    </message>
    <message>
      <location filename="BlockVerdict" />
      <source>insufficient data</source>
      <translation>datos insuficientes</translation>
    </message>
    <message>
      <location filename="BlockVerdict" />
      <source>conflict</source>
      <translation>discrepancia</translation>
    </message>
    <message>
      <location filename="BlockVerdict" />
      <source>partial</source>
      <translation>parcial</translation>
    </message>
    <message>
      <location filename="Attestation" />
      <source>I was present for the entire procedure.</source>
      <translation>Estuve presente durante todo el procedimiento.</translation>
    </message>
    <message>
      <location filename="Attestation" />
      <source>I was present for the key portions and immediately available throughout.</source>
      <translation>Estuve presente durante las partes clave y disponible de inmediato en todo momento.</translation>
    </message>
    <message>
      <location filename="Attestation" />
      <source>I performed the key portions together with the learner.</source>
      <translation>Realicé las partes clave junto con el médico en formación.</translation>
    </message>
    <message>
      <location filename="Attestation" />
      <source>I was not present. I reviewed this record and agree with it.</source>
      <translation>No estuve presente. Revisé este registro y estoy de acuerdo con él.</translation>
    </message>
    <message>
      <location filename="Attestation" />
      <source>I reviewed this addendum and agree with it.</source>
      <translation>Revisé esta adenda y estoy de acuerdo con ella.</translation>
    </message>
    <message>
      <location filename="Asked" />
      <source>asked</source>
      <translation>pedida</translation>
    </message>
    <message>
      <location filename="CosignStanding" />
      <source>co-signed</source>
      <translation>cofirmado</translation>
    </message>
    <message>
      <location filename="Result" />
      <source>response not signed</source>
      <translation>respuesta sin firmar</translation>
    </message>
    <message>
      <location filename="Result" />
      <source>not a diagnostic test</source>
      <translation>no es una prueba diagnóstica</translation>
    </message>
    <message>
      <location filename="Result" />
      <source>done elsewhere, as reported</source>
      <translation>hecho en otro lugar, según se informó</translation>
    </message>
    <message>
      <location filename="Dose" />
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <location filename="Stage" />
      <source>first block</source>
      <translation>primer bloqueo</translation>
    </message>
    <message>
      <location filename="Stage" />
      <source>second block</source>
      <translation>segundo bloqueo</translation>
    </message>
    <message>
      <location filename="Stage" />
      <source>outcome recorded</source>
      <translation>resultado registrado</translation>
    </message>
    <message>
      <location filename="Left" />
      <source>test negative</source>
      <translation>prueba negativa</translation>
    </message>
    <message>
      <location filename="Left" />
      <source>ended by decision</source>
      <translation>terminado por decisión</translation>
    </message>
    <message>
      <location filename="Left" />
      <source>went on another way</source>
      <translation>siguió otra vía</translation>
    </message>
    <message>
      <location filename="Left" />
      <source>still waiting</source>
      <translation>todavía en espera</translation>
    </message>
    <message>
      <location filename="HowSent" />
      <source>handed over</source>
      <translation>entregado en mano</translation>
    </message>
    <message>
      <location filename="HowSent" />
      <source>faxed</source>
      <translation>enviado por fax</translation>
    </message>
    <message>
      <location filename="HowSent" />
      <source>mailed</source>
      <translation>enviado por correo</translation>
    </message>
    <message>
      <location filename="HowSent" />
      <source>sent electronically</source>
      <translation>enviado electrónicamente</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>relief not shown as asked</source>
      <translation>alivio no demostrado como se pide</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>duration of relief</source>
      <translation>duración del alivio</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>interval or number of blocks</source>
      <translation>intervalo o número de bloqueos</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>radicular pain or diagnosis</source>
      <translation>dolor radicular o diagnóstico</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>levels or sides do not match</source>
      <translation>los niveles o lados no coinciden</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>too many levels or sessions</source>
      <translation>demasiados niveles o sesiones</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>guidance or images</source>
      <translation>guía por imagen o imágenes</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>no authorization</source>
      <translation>sin autorización</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>papers missing or not signed</source>
      <translation>documentos que faltan o sin firmar</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>not medically necessary</source>
      <translation>no médicamente necesario</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>method not covered</source>
      <translation>método no cubierto</translation>
    </message>
    <message>
      <location filename="DenialReason" />
      <source>other reason</source>
      <translation>otro motivo</translation>
    </message>
    <message>
      <location filename="AppealLevel" />
      <source>peer-to-peer</source>
      <translation>revisión entre pares</translation>
    </message>
    <message>
      <location filename="AppealLevel" />
      <source>first level</source>
      <translation>primer nivel</translation>
    </message>
    <message>
      <location filename="AppealLevel" />
      <source>second level</source>
      <translation>segundo nivel</translation>
    </message>
    <message>
      <location filename="AppealLevel" />
      <source>external review</source>
      <translation>revisión externa</translation>
    </message>
    <message>
      <location filename="AppealOutcome" />
      <source>denial stands</source>
      <translation>la denegación se mantiene</translation>
    </message>
    <message>
      <location filename="Closed" />
      <source>not pursued further</source>
      <translation>no se sigue adelante</translation>
    </message>
    <message>
      <location filename="Due" />
      <source>overdue</source>
      <translation>fuera de plazo</translation>
    </message>
    <message>
      <location filename="Due" />
      <source>deadline not known</source>
      <translation>plazo desconocido</translation>
    </message>
    <message>
      <location filename="Due" />
      <source>waiting for the payer</source>
      <translation>a la espera del pagador</translation>
    </message>
    <message>
      <location filename="Due" />
      <source>in force</source>
      <translation>en vigor</translation>
    </message>
    <message>
      <location filename="Due" />
      <source>settled</source>
      <translation>resuelta</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>pain diary</source>
      <translation>diario de dolor</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>MRI report</source>
      <translation>informe de RM</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>imaging report</source>
      <translation>informe de imagen</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>fluoroscopy image</source>
      <translation>imagen de fluoroscopia</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>outside note</source>
      <translation>nota externa</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>authorization letter</source>
      <translation>carta de autorización</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>denial letter</source>
      <translation>carta de denegación</translation>
    </message>
    <message>
      <location filename="EnclosureKind" />
      <source>other paper</source>
      <translation>otro documento</translation>
    </message>
    <message>
      <location filename="View" />
      <source>AP</source>
      <translation>AP</translation>
    </message>
    <message>
      <location filename="View" />
      <source>lateral</source>
      <translation>lateral</translation>
    </message>
    <message>
      <location filename="View" />
      <source>oblique</source>
      <translation>oblicua</translation>
    </message>
    <message>
      <location filename="View" />
      <source>contralateral oblique</source>
      <translation>oblicua contralateral</translation>
    </message>
    <message>
      <location filename="View" />
      <source>declined</source>
      <translation>declinada</translation>
    </message>
    <message>
      <location filename="View" />
      <source>other view</source>
      <translation>otra proyección</translation>
    </message>
    <message>
      <location filename="SideMarker" />
      <source>L marker</source>
      <translation>marcador L</translation>
    </message>
    <message>
      <location filename="SideMarker" />
      <source>R marker</source>
      <translation>marcador R</translation>
    </message>
    <message>
      <location filename="SideMarker" />
      <source>L and R markers</source>
      <translation>marcadores L y R</translation>
    </message>
    <message>
      <location filename="SideMarker" />
      <source>no side marker</source>
      <translation>sin marcador de lado</translation>
    </message>
    <message>
      <location filename="PaperKind" />
      <source>procedure note</source>
      <translation>nota del procedimiento</translation>
    </message>
    <message>
      <location filename="PaperKind" />
      <source>diagnostic response</source>
      <translation>respuesta diagnóstica</translation>
    </message>
    <message>
      <location filename="PaperKind" />
      <source>RFA referral letter</source>
      <translation>Carta de derivación para RFA</translation>
    </message>
    <message>
      <location filename="PaperKind" />
      <source>prior-authorization letter</source>
      <translation>carta de autorización previa</translation>
    </message>
    <message>
      <location filename="PaperKind" />
      <source>addendum</source>
      <translation>adenda</translation>
    </message>
    <message>
      <location filename="PaperKind" />
      <source>notice of error</source>
      <translation>aviso de error</translation>
    </message>
    <message>
      <location filename="PaperKind" />
      <source>correction notice</source>
      <translation>aviso de corrección</translation>
    </message>
    <message>
      <location filename="By" />
      <source>block number</source>
      <translation>número de bloqueo</translation>
    </message>
    <message>
      <location filename="By" />
      <source>region</source>
      <translation>región</translation>
    </message>
    <message>
      <location filename="HandoutKind" />
      <source>information sheet</source>
      <translation>hoja informativa</translation>
    </message>
    <message>
      <location filename="TemplateKind" />
      <source>fax cover</source>
      <translation>portada de fax</translation>
    </message>
    <message>
      <location filename="TemplateKind" />
      <source>papers for patients</source>
      <translation>documentos para pacientes</translation>
    </message>
    <message>
      <location filename="RuleMarkKind" />
      <source>reviewed</source>
      <translation>revisado</translation>
    </message>
    <message>
      <location filename="RuleMarkKind" />
      <source>withdrawn</source>
      <translation>retirado</translation>
    </message>
    <message>
      <location filename="RuleMarkKind" />
      <source>taken back into use</source>
      <translation>puesto de nuevo en uso</translation>
    </message>
    <message>
      <location filename="Lasted" />
      <source>short</source>
      <translation>corto</translation>
    </message>
    <message>
      <location filename="Lasted" />
      <source>within</source>
      <translation>dentro</translation>
    </message>
    <message>
      <location filename="Lasted" />
      <source>prolonged</source>
      <translation>prolongado</translation>
    </message>
    <message>
      <location filename="Lasted" />
      <source>not decidable</source>
      <translation>no determinable</translation>
    </message>
    <message>
      <location filename="LengthUnit" />
      <source>in</source>
      <translation>in</translation>
    </message>
    <message>
      <location filename="LengthUnit" />
      <source>mm</source>
      <translation>mm</translation>
    </message>
    <message>
      <location filename="LengthUnit" />
      <source>cm</source>
      <translation>cm</translation>
    </message>
    <message>
      <location filename="MergeMark" />
      <source>merged</source>
      <translation>unido</translation>
    </message>
    <message>
      <location filename="MergeMark" />
      <source>separated</source>
      <translation>separado</translation>
    </message>
    <message>
      <location filename="Meaning" />
      <source>Performed</source>
      <translation>Realizó</translation>
    </message>
    <message>
      <location filename="Meaning" />
      <source>Reviewed and concluded</source>
      <translation>Revisó y concluyó</translation>
    </message>
    <message>
      <location filename="Meaning" />
      <source>Author of this letter</source>
      <translation>Autor de esta carta</translation>
    </message>
    <message>
      <location filename="Meaning" />
      <source>Addendum by</source>
      <translation>Adenda de</translation>
    </message>
    <message>
      <location filename="Meaning" />
      <source>Entered in error, marked by</source>
      <translation>Registrado por error, marcado por</translation>
    </message>
    <message>
      <location filename="Meaning" />
      <source>Performed under supervision</source>
      <translation>Realizó bajo supervisión</translation>
    </message>
    <message>
      <location filename="Meaning" />
      <source>Addendum, under supervision, by</source>
      <translation>Adenda, bajo supervisión, de</translation>
    </message>
    <message>
      <location filename="CorrespondentKind" />
      <source>referrer</source>
      <translation>médico que deriva</translation>
    </message>
    <message>
      <location filename="CorrespondentKind" />
      <source>RFA provider</source>
      <translation>médico que hace la RFA</translation>
    </message>
    <message>
      <location filename="CorrespondentKind" />
      <source>prescriber</source>
      <translation>prescriptor</translation>
    </message>
    <message>
      <location filename="CorrespondentKind" />
      <source>payer</source>
      <translation>pagador</translation>
    </message>
    <message>
      <location filename="Paper" />
      <source>A4</source>
      <translation>A4</translation>
    </message>
    <message>
      <location filename="PrintOf" />
      <source>packet</source>
      <translation>paquete</translation>
    </message>
    <message>
      <location filename="PrintOf" />
      <source>handout</source>
      <translation>hoja</translation>
    </message>
    <message>
      <location filename="Step" />
      <source>ordered</source>
      <translation>ordenado</translation>
    </message>
    <message>
      <location filename="Step" />
      <source>sent to the printer</source>
      <translation>enviado a la impresora</translation>
    </message>
    <message>
      <location filename="Step" />
      <source>printed</source>
      <translation>impreso</translation>
    </message>
    <message>
      <location filename="Step" />
      <source>failed</source>
      <translation>fallido</translation>
    </message>
    <message>
      <location filename="Step" />
      <source>did not come out</source>
      <translation>no salió</translation>
    </message>
    <message>
      <location filename="Step" />
      <source>taken off the list</source>
      <translation>retirado de la lista</translation>
    </message>
    <message>
      <location filename="Step" />
      <source>put back on the list</source>
      <translation>devuelto a la lista</translation>
    </message>
    <message>
      <location filename="Standing" />
      <source>printing</source>
      <translation>imprimiendo</translation>
    </message>
    <message>
      <location filename="Standing" />
      <source>printing, outcome unknown</source>
      <translation>imprimiendo, resultado desconocido</translation>
    </message>
    <message>
      <location filename="Standing" />
      <source>sent</source>
      <translation>enviado</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>Say what the authorization is for.</source>
      <translation>Indique para qué es la autorización.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>Say what the payer answered, or that it was requested.</source>
      <translation>Indique qué respondió el pagador, o que se solicitó.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>Say who of the payer said that none is needed.</source>
      <translation>Indique quién del pagador dijo que no hace falta ninguna.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>Say what is wrong with this entry.</source>
      <translation>Indique qué es erróneo en esta entrada.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>Only {0} joints are named. Check the number.</source>
      <translation>Solo se nombran {0} articulaciones. Revise el número.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>Name each joint with its side here, or joints and sides above. Keep one of the two.</source>
      <translation>Nombre aquí cada articulación con su lado, o arriba articulaciones y lados. Deje una de las dos cosas.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>Shorten the words to {0} characters.</source>
      <translation>Acorte el texto a {0} caracteres.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>The letter names no {0}, it says below. Keep one of the two.</source>
      <translation>Abajo está marcado que la carta no indica: {0}. Conserve una de las dos cosas.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>This day lies in the future. Check the date.</source>
      <translation>Este día está en el futuro. Revise la fecha.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>It was requested later, on {0}. Check the dates.</source>
      <translation>Se solicitó después, el {0}. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="authorization" />
      <source>The last day lies before the first. Check the dates.</source>
      <translation>El último día es anterior al primero. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="call_script" />
      <source>Please tell me your full name and date of birth.</source>
      <translation>Por favor, dígame su nombre completo y su fecha de nacimiento.</translation>
    </message>
    <message>
      <location filename="call_script" />
      <source>First the {0}, then the {1}, then overall.</source>
      <translation>Primero la {0}, después la {1}, después global.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Levels and side are missing. Type them, for example {0}.</source>
      <translation>Faltan los niveles y el lado. Escríbalos, por ejemplo {0}.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>{0}, but not every nerve is a target on that side. Type the levels again.</source>
      <translation>{0}, pero no todos los nervios son un punto en ese lado. Escriba los niveles de nuevo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The physician is missing. Choose who performed the block.</source>
      <translation>Falta el médico. Elija quién realizó el bloqueo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Correct the levels, or give the reason.</source>
      <translation>Corrija los niveles, o indique el motivo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The diagnosis {0} names another region than the levels. Check it.</source>
      <translation>El diagnóstico {0} nombra otra región que los niveles. Revíselo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The levels differ from the plan: {0} was planned.</source>
      <translation>Los niveles difieren del plan: estaba planificado {0}.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The levels differ from the time-out.</source>
      <translation>Los niveles difieren de la pausa de seguridad.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Correct them, or give the reason.</source>
      <translation>Corríjalos o indique el motivo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The anesthetic is missing. Press 1 to 4 in Anesthetic.</source>
      <translation>Falta el anestésico. Pulse de 1 a 4 en Anestésico.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>{0} Press 1 to 4 for what was injected.</source>
      <translation>{0} Pulse de 1 a 4 para lo que se inyectó.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The strength of the anesthetic is missing.</source>
      <translation>Falta la concentración del anestésico.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The volume is missing at {0}.</source>
      <translation>Falta el volumen en {0}.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>{0} had expired on the day of the block. Check the date on the vial.</source>
      <translation>{0} había vencido el día del bloqueo. Revise la fecha del vial.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Nobody has chosen the anesthetic; the label on the table reads {0}.</source>
      <translation>Nadie ha elegido el anestésico; la etiqueta en la mesa dice {0}.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Consent is not recorded.</source>
      <translation>El consentimiento no está registrado.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The block was stopped. Record whether it counts as a session for the payer.</source>
      <translation>El bloqueo se detuvo. Registre si cuenta como sesión para el pagador.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Complications are not recorded. Enter none, or which.</source>
      <translation>Las complicaciones no están registradas. Indique ninguna, o cuáles.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Complications were entered before needle out. Confirm them again.</source>
      <translation>Las complicaciones se anotaron antes de la retirada de la aguja. Confírmelas de nuevo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Complications say none and name one. Keep one of the two.</source>
      <translation>En complicaciones figura ninguna y a la vez una. Conserve una de las dos.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>A needle of {0} ({1} mm) is unusual. Check the length and its unit.</source>
      <translation>Una aguja de {0} ({1} mm) no es habitual. Revise la longitud y su unidad.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Sedation says none and names a drug. Keep one of the two.</source>
      <translation>En sedación figura ninguna y a la vez un fármaco. Conserve una de las dos.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Fluoroscopy time is missing. Enter seconds, or 0 if none was used.</source>
      <translation>Falta el tiempo de fluoroscopia. Escriba los segundos, o 0 si no se usó.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The time-out is not recorded. Enter who led it and when.</source>
      <translation>La pausa de seguridad no está registrada. Indique quién la dirigió y cuándo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The time-out was stopped. Settle and repeat it: open the room screen.</source>
      <translation>La pausa de seguridad se detuvo. Resuélvala y repítala: abra la pantalla de la sala.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The time-out was entered for other levels, another side or day. Enter it again.</source>
      <translation>La pausa de seguridad se anotó para otros niveles, otro lado u otro día. Anótela de nuevo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The patient is {0} years old. Record who gave the consent.</source>
      <translation>El paciente tiene {0} años. Registre quién dio el consentimiento.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The patient is recorded as pregnant.</source>
      <translation>La paciente figura como embarazada.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Record why it was done.</source>
      <translation>Registre por qué se hizo.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Needle-out time is missing. Every reading counts from it.</source>
      <translation>Falta la hora de retirada de la aguja. Cada lectura cuenta desde ella.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Needle out lies in the future. Check the time.</source>
      <translation>La retirada de la aguja está en el futuro. Revise la hora.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Needle out is on another day than the block. Correct one of them.</source>
      <translation>La retirada de la aguja es de otro día que el bloqueo. Corrija uno de los dos.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The times are not in order: in room, time-out, needle in, out, left room.</source>
      <translation>Las horas no están en orden: entrada en la sala, pausa de seguridad, entrada y retirada de la aguja, salida de la sala.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>The block lies in the future. Check its date.</source>
      <translation>El bloqueo está en el futuro. Revise su fecha.</translation>
    </message>
    <message>
      <location filename="checks" />
      <source>Its reason was given before this was so: press Enter in it to confirm, or change it.</source>
      <translation>Su motivo se dio antes de que esto fuera así: pulse Enter en él para confirmarlo, o cámbielo.</translation>
    </message>
    <message>
      <location filename="complaint" />
      <source>The complaint is on the {0}, the block on the {1}.</source>
      <translation>La dolencia es del lado: {0}; el bloqueo, del lado: {1}.</translation>
    </message>
    <message>
      <location filename="complaint" />
      <source>The complaint is {0}, the levels are {1}.</source>
      <translation>La dolencia es {0}, los niveles son {1}.</translation>
    </message>
    <message>
      <location filename="complaint" />
      <source>The complaint is {0}, but {1} is {2}.</source>
      <translation>La dolencia es {0}, pero {1} es {2}.</translation>
    </message>
    <message>
      <location filename="complaint" />
      <source>The complaint is {0}, but {1} are {2}.</source>
      <translation>La dolencia es {0}, pero {1} son {2}.</translation>
    </message>
    <message>
      <location filename="complaint" />
      <source>With a sacralised L5 the last mobile level is L4-5.</source>
      <translation>Con una L5 sacralizada, el último nivel móvil es L4-5.</translation>
    </message>
    <message>
      <location filename="consent_words" />
      <source>The consent names {0}, which is not in the levels. Check both.</source>
      <translation>El consentimiento nombra {0}, que no está en los niveles. Compruebe ambos.</translation>
    </message>
    <message>
      <location filename="consent_words" />
      <source>The consent does not name {0}, which is in the levels. Check both.</source>
      <translation>El consentimiento no nombra {0}, que está en los niveles. Compruebe ambos.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Say what was denied.</source>
      <translation>Indique qué se denegó.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Enter the date on the payer's letter.</source>
      <translation>Escriba la fecha de la carta del pagador.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Choose the reason, or other reason with the payer's words.</source>
      <translation>Elija el motivo, u otro motivo con las palabras del pagador.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Write the payer's reason.</source>
      <translation>Escriba el motivo del pagador.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Say why nothing more is to be done.</source>
      <translation>Indique por qué no hay que hacer nada más.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>It came before its own date, {0}. Check both dates.</source>
      <translation>Llegó antes de su propia fecha, {0}. Revise las dos fechas.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Say which level of appeal the deadline is of.</source>
      <translation>Indique de qué nivel de apelación es el plazo.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Enter the last day, or the days and the date from which they count.</source>
      <translation>Escriba el último día, o los días y la fecha desde la que cuentan.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>The days lead to {0}, not to {1}. Keep one of the two.</source>
      <translation>Los días llevan al {0}, no al {1}. Conserve una de las dos cosas.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>The deadline lies before the letter, {0}. Check the dates.</source>
      <translation>El plazo es anterior a la carta, {0}. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Say which level of appeal it was.</source>
      <translation>Indique qué nivel de apelación fue.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Enter when the appeal was sent, or when the call took place.</source>
      <translation>Escriba cuándo se envió la apelación, o cuándo tuvo lugar la llamada.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>An appeal or its answer cannot lie in the future. Check the date.</source>
      <translation>Una apelación o su respuesta no puede estar en el futuro. Revise la fecha.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>The answer lies before the appeal. Check the dates.</source>
      <translation>La respuesta es anterior a la apelación. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="denial" />
      <source>Enter when the payer answered the appeal.</source>
      <translation>Escriba cuándo respondió el pagador a la apelación.</translation>
    </message>
    <message>
      <location filename="enclosure" />
      <source>Choose what kind of paper this is.</source>
      <translation>Elija qué tipo de documento es.</translation>
    </message>
    <message>
      <location filename="enclosure" />
      <source>This day lies in the future. Enter the date that stands on the paper.</source>
      <translation>Este día está en el futuro. Escriba la fecha que figura en el documento.</translation>
    </message>
    <message>
      <location filename="enclosure" />
      <source>Choose from where the image was taken.</source>
      <translation>Elija desde dónde se tomó la imagen.</translation>
    </message>
    <message>
      <location filename="enclosure" />
      <source>Say which side marker the image shows, or that it shows none.</source>
      <translation>Indique qué marcador de lado muestra la imagen, o que no muestra ninguno.</translation>
    </message>
    <message>
      <location filename="enclosure" />
      <source>Say what paper this is.</source>
      <translation>Indique qué documento es.</translation>
    </message>
    <message>
      <location filename="enclosure" />
      <source>Shorten the note to {0} characters: the paper itself says the rest.</source>
      <translation>Acorte la nota a {0} caracteres: el documento mismo dice el resto.</translation>
    </message>
    <message>
      <location filename="installed" />
      <source>The clinic's rule set {0} should judge here and cannot be used. {1} Correct it in Settings, Rule sets, or choose another rule set for the payer or the complaint.</source>
      <translation>Aquí debería valorar el conjunto de reglas de la clínica {0}, que no se puede usar. {1} Corríjalo en Ajustes, Conjuntos de reglas, o elija otro conjunto para el pagador o la dolencia.</translation>
    </message>
    <message>
      <location filename="installed" />
      <source>The rule set {0} is named here and not installed. {1} judges in its place. Add its file in Settings, Rule sets, or choose another one for the payer or the complaint.</source>
      <translation>Aquí se nombra el conjunto de reglas {0}, que no está instalado. En su lugar valora {1}. Añada su archivo en Ajustes, Conjuntos de reglas, o elija otro para el pagador o la dolencia.</translation>
    </message>
    <message>
      <location filename="installed" />
      <source>{0} is installed already. Give the file another 'version'.</source>
      <translation>{0} ya está instalado. Dé al archivo otra 'version'.</translation>
    </message>
    <message>
      <location filename="installed" />
      <source>One day may have one version only. Change 'effective_from' or 'effective_to' of the file, or withdraw the other version if it is your own.</source>
      <translation>Un día solo puede tener una versión. Cambie 'effective_from' o 'effective_to' del archivo, o retire la otra versión si es propia.</translation>
    </message>
    <message>
      <location filename="level_entry" />
      <source>Two sides. Use b, or a comma between groups.</source>
      <translation>Dos lados. Use b, o una coma entre grupos.</translation>
    </message>
    <message>
      <location filename="level_entry" />
      <source>Write the levels before the side, for example L4-5 l.</source>
      <translation>Escriba los niveles antes del lado, por ejemplo L4-5 l.</translation>
    </message>
    <message>
      <location filename="level_entry" />
      <source>Put a comma after each side, for example L4-5 l, L5-S1 l.</source>
      <translation>Ponga una coma después de cada lado, por ejemplo L4-5 l, L5-S1 l.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>Put a space before the side: {0} {1}.</source>
      <translation>Ponga un espacio antes del lado: {0} {1}.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} is not a level. Write joints and a side, for example L4-5 b.</source>
      <translation>{0} no es un nivel. Escriba articulaciones y un lado, por ejemplo L4-5 b.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} is not a target. Nearest: {1}.</source>
      <translation>{0} no es un punto. Lo más cercano: {1}.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} is not a nerve. Write each nerve by itself, for example L3mb L4mb.</source>
      <translation>{0} no es un nervio. Escriba cada nervio por separado, por ejemplo L3mb L4mb.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} does not exist with six lumbar vertebrae. Nearest: L5-6, L6-S1.</source>
      <translation>{0} no existe con seis vértebras lumbares. Lo más cercano: L5-6, L6-S1.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} needs six lumbar vertebrae. Record the transitional anatomy first. Nearest: L5-S1.</source>
      <translation>{0} necesita seis vértebras lumbares. Registre primero la anatomía transicional. Lo más cercano: L5-S1.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} needs six lumbar vertebrae. Record the transitional anatomy first. Nearest: L5-S1. For the neck choose C, or write c{1}.</source>
      <translation>{0} necesita seis vértebras lumbares. Registre primero la anatomía transicional. Lo más cercano: L5-S1. Para el cuello elija C, o escriba c{1}.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>Write the upper level first: {0}.</source>
      <translation>Escriba primero el nivel superior: {0}.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} crosses two regions. Write the joints.</source>
      <translation>{0} cruza dos regiones. Escriba las articulaciones.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>For several joints write {0}-{1}.</source>
      <translation>Para varias articulaciones escriba {0}-{1}.</translation>
    </message>
    <message>
      <location filename="level_refusals" />
      <source>{0} is not a joint for a medial branch block. Nearest: {1}.</source>
      <translation>{0} no es una articulación para un bloqueo de la rama medial. Lo más cercano: {1}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Too long. Write at most {0} characters.</source>
      <translation>Demasiado largo. Escriba como máximo {0} caracteres.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>No region has all of these levels. Write them with letters, for example L4-5.</source>
      <translation>Ninguna región tiene todos estos niveles. Escríbalos con letras, por ejemplo L4-5.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Which side? l, r or b.</source>
      <translation>¿Qué lado? l (izquierda), r (derecha) o b (ambos).</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>L5 is sacralised. Which nerves for L5-S1?</source>
      <translation>L5 está sacralizada. ¿Qué nervios para L5-S1?</translation>
    </message>
    <message>
      <location filename="npi" />
      <source>An NPI has 10 digits.</source>
      <translation>Un NPI tiene 10 dígitos.</translation>
    </message>
    <message>
      <location filename="npi" />
      <source>A digit of this NPI is wrong: its last one does not fit the others. Compare it digit by digit.</source>
      <translation>Un dígito de este NPI es erróneo: el último no corresponde a los demás. Compárelo dígito por dígito.</translation>
    </message>
    <message>
      <location filename="phrase_book" />
      <source>A code is a dot and 2 to 16 small letters or digits, for example .lbp.</source>
      <translation>Un código es un punto y de 2 a 16 letras minúsculas o cifras, por ejemplo .lbp.</translation>
    </message>
    <message>
      <location filename="phrase_book" />
      <source>{0}: the text is missing.</source>
      <translation>{0}: falta el texto.</translation>
    </message>
    <message>
      <location filename="phrase_book" />
      <source>{0}: the text is longer than {1} characters.</source>
      <translation>{0}: el texto tiene más de {1} caracteres.</translation>
    </message>
    <message>
      <location filename="phrase_book" />
      <source>{0}: fields in braces belong to templates. Write plain text.</source>
      <translation>{0}: los campos entre llaves son de las plantillas. Escriba texto simple.</translation>
    </message>
    <message>
      <location filename="phrase_book" />
      <source>{0}: “{1}” is {2}. A phrase holds no fact; enter it in the record.</source>
      <translation>{0}: «{1}» es {2}. Una frase no contiene hechos; anótelo en el registro.</translation>
    </message>
    <message>
      <location filename="phrase_book" />
      <source>A book holds at most {0} phrases.</source>
      <translation>Un libro contiene como máximo {0} frases.</translation>
    </message>
    <message>
      <location filename="phrase_book" />
      <source>{0} stands for two texts. Give one of them another code.</source>
      <translation>{0} significa dos textos. Dé otro código a uno de ellos.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Choose at least one anesthetic.</source>
      <translation>Elija al menos un anestésico.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>{0} {1} mg/mL is not in the formulary.</source>
      <translation>{0} {1} mg/mL no está en el formulario.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Choose a skin anesthetic of the formulary.</source>
      <translation>Elija un anestésico cutáneo del formulario.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Choose a contrast medium of the formulary.</source>
      <translation>Elija un medio de contraste del formulario.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Only blocks of the neck reach the third occipital nerve.</source>
      <translation>Solo los bloqueos del cuello alcanzan el tercer nervio occipital.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Enter more than 0 and at most {0} mL.</source>
      <translation>Escriba más de 0 y como máximo {0} mL.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Enter a gauge from {0} to {1}.</source>
      <translation>Escriba un calibre de {0} a {1}.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Enter {0} to {1} inches.</source>
      <translation>Escriba de {0} a {1} pulgadas.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>Enter 0 to {0} images.</source>
      <translation>Escriba de 0 a {0} imágenes.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>It is empty.</source>
      <translation>Está vacío.</translation>
    </message>
    <message>
      <location filename="preset_limits" />
      <source>“{0}” is {1}. A preset holds no fact; enter it in the record.</source>
      <translation>«{0}» es {1}. Un preajuste no contiene hechos; anótelo en el registro.</translation>
    </message>
    <message>
      <location filename="read_canonical" />
      <source>This is no whole number, or no yes and no.</source>
      <translation>Esto no es un número entero, o no es un sí o no.</translation>
    </message>
    <message>
      <location filename="read_canonical" />
      <source>This is no text.</source>
      <translation>Esto no es un texto.</translation>
    </message>
    <message>
      <location filename="read_canonical" />
      <source>This is no list.</source>
      <translation>Esto no es una lista.</translation>
    </message>
    <message>
      <location filename="read_canonical" />
      <source>This is no record.</source>
      <translation>Esto no es un registro.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>The paper diary has a score for this time. A recalled score does not replace it.</source>
      <translation>El diario en papel tiene una puntuación de esta hora. Una puntuación recordada no la sustituye.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>A pain score lies between 0 and 10.</source>
      <translation>Una puntuación de dolor va de 0 a 10.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>Enter a whole number from 0 to 10.</source>
      <translation>Escriba un número entero de 0 a 10.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>Enter a whole or half number from 0 to 10.</source>
      <translation>Escriba un número entero o medio de 0 a 10.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>A stated relief lies between -100 and 100 %.</source>
      <translation>Un alivio referido va de -100 a 100 %.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>Enter the needle-out time first: every reading counts from it.</source>
      <translation>Escriba primero la hora de retirada de la aguja: cada lectura cuenta desde ella.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>This reading is due at {0}. Enter it then.</source>
      <translation>Esta lectura corresponde a las {0}. Anótela entonces.</translation>
    </message>
    <message>
      <location filename="scoring" />
      <source>The score before the block is missing. Without it nothing can be judged.</source>
      <translation>Falta la puntuación antes del bloqueo. Sin ella no se puede valorar nada.</translation>
    </message>
    <message>
      <location filename="template" />
      <source>{0} must stay: {1}.</source>
      <translation>{0} debe quedar: {1}.</translation>
    </message>
    <message>
      <location filename="template" />
      <source>“{0}” has letters of two alphabets. Type it again.</source>
      <translation>«{0}» tiene letras de dos alfabetos. Escríbalo de nuevo.</translation>
    </message>
    <message>
      <location filename="template" />
      <source>{{0}} {1}. Choose one from the list of fields.</source>
      <translation>{{0}} {1}. Elija uno de la lista de campos.</translation>
    </message>
    <message>
      <location filename="template" />
      <source>It comes from the record: use {0}.</source>
      <translation>Viene del registro: use {0}.</translation>
    </message>
    <message>
      <location filename="template" />
      <source>The paper says it from the record, or not at all. Write it without.</source>
      <translation>El documento lo dice a partir del registro, o no lo dice. Escriba sin ello.</translation>
    </message>
    <message>
      <location filename="template" />
      <source>Who approved the words has at most {0} characters.</source>
      <translation>Quién aprobó las palabras tiene como máximo {0} caracteres.</translation>
    </message>
    <message>
      <location filename="template" />
      <source>Who approved the words and on which day belong together. Enter both or none.</source>
      <translation>Quién aprobó las palabras y en qué día van juntos. Escriba ambos o ninguno.</translation>
    </message>
    <message>
      <location filename="text" />
      <source>The text holds a control character. Delete it, or type the text by hand.</source>
      <translation>El texto contiene un carácter de control. Bórrelo, o escriba el texto a mano.</translation>
    </message>
    <message>
      <location filename="time_out" />
      <source>STOP. The side does not match the plan.</source>
      <translation>ALTO. El lado no coincide con el plan.</translation>
    </message>
    <message>
      <location filename="time_out" />
      <source>STOP. The levels do not match the plan.</source>
      <translation>ALTO. Los niveles no coinciden con el plan.</translation>
    </message>
    <message>
      <location filename="time_out" />
      <source>STOP. The patient names another side.</source>
      <translation>ALTO. El paciente nombra otro lado.</translation>
    </message>
    <message>
      <location filename="budget" />
      <source>The file is larger than 50 MB. Ask the sender for smaller files.</source>
      <translation>El archivo supera los 50 MB. Pida al remitente archivos más pequeños.</translation>
    </message>
    <message>
      <location filename="budget" />
      <source>The file is empty. Ask the sender for a new file.</source>
      <translation>El archivo está vacío. Pida al remitente un archivo nuevo.</translation>
    </message>
    <message>
      <location filename="budget" />
      <source>The file holds too many values to be read. Ask the sender for smaller files.</source>
      <translation>El archivo contiene demasiados valores para leerlo. Pida al remitente archivos más pequeños.</translation>
    </message>
    <message>
      <location filename="budget" />
      <source>Line {0} is not UTF-8 text{1}. Ask the sender to save the file as UTF-8.</source>
      <translation>La línea {0} no es texto UTF-8{1}. Pida al remitente que guarde el archivo como UTF-8.</translation>
    </message>
    <message>
      <location filename="budget" />
      <source>Line {0}, column {1}: {2}. Ask the sender for a corrected file.</source>
      <translation>Línea {0}, columna {1}: {2}. Pida al remitente un archivo corregido.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The levels are missing.</source>
      <translation>Faltan los niveles.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The side is said twice, and not the same. Write it with the levels only.</source>
      <translation>El lado figura dos veces y no es el mismo. Escríbalo solo con los niveles.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>Two columns are the {0}. Take one of them away.</source>
      <translation>Hay dos columnas para: {0}. Quite una de ellas.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>A column is missing: {0}. The first row must name the columns.</source>
      <translation>Falta una columna: {0}. La primera fila debe nombrar las columnas.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The row has more cells than there are columns. Put quotation marks around text with a comma.</source>
      <translation>La fila tiene más celdas que columnas. Ponga entre comillas el texto que lleva coma.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The MRN is missing.</source>
      <translation>Falta el MRN.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The name is missing.</source>
      <translation>Falta el nombre.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The time is missing.</source>
      <translation>Falta la hora.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The time is not understood. Write hours and minutes, for example 10:20.</source>
      <translation>La hora no se entiende. Escriba horas y minutos, por ejemplo 10:20.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The {0} is missing.</source>
      <translation>Falta: {0}.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The {0} is no day in the order said above. Write it as 2026-11-24 or 24 Nov 2026.</source>
      <translation>{0}: no es un día en el orden indicado arriba. Escríbalo como 2026-11-24 o 24 Nov 2026.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The {0} is not understood. Write it as 2026-11-24 or 24 Nov 2026.</source>
      <translation>No se entiende: {0}. Escríbalo como 2026-11-24 o 24 nov 2026.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The {0} can be read as two days. Say above whether the day or the month comes first.</source>
      <translation>Puede leerse como dos días: {0}. Indique arriba si va primero el día o el mes.</translation>
    </message>
    <message>
      <location filename="day_list_file" />
      <source>The year of the {0} is not clear. Write it with four digits.</source>
      <translation>El año no está claro: {0}. Escríbalo con cuatro cifras.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>The file holds more than {0} records. Ask for smaller files.</source>
      <translation>El archivo contiene más de {0} registros. Pida archivos más pequeños.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>This is not a FHIR resource: resourceType is missing.</source>
      <translation>Esto no es un recurso FHIR: falta resourceType.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>The entries of this Bundle cannot be read. Ask for it again.</source>
      <translation>Las entradas de este Bundle no se pueden leer. Pídalo de nuevo.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>This entry is not a FHIR resource.</source>
      <translation>Esta entrada no es un recurso FHIR.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>The file holds more than {0} people. Ask for smaller files.</source>
      <translation>El archivo contiene más de {0} personas. Pida archivos más pequeños.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>There is no patient in this file; it holds: {0}. Ask the sender for the Patient resource.</source>
      <translation>En este archivo no hay ningún paciente; contiene: {0}. Pida al remitente el recurso Patient.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>An older version of {0}; only the newest is offered.</source>
      <translation>Una versión anterior de {0}; solo se ofrece la más nueva.</translation>
    </message>
    <message>
      <location filename="fhir" />
      <source>The same record stands at {0}. Keep one of the two.</source>
      <translation>El mismo registro figura en {0}. Conserve uno de los dos.</translation>
    </message>
    <message>
      <location filename="fhir_numbers" />
      <source>A social security or tax number stands in the file. It is not kept.</source>
      <translation>En el archivo figura un número de seguridad social o fiscal. No se conserva.</translation>
    </message>
    <message>
      <location filename="fhir_numbers" />
      <source>The file gives several record numbers. Choose the one of this clinic.</source>
      <translation>El archivo da varios números de historia. Elija el de esta clínica.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>Ask for it and type this person by hand.</source>
      <translation>Pídalo y escriba esta persona a mano.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>This record is far too large for one person. Ask the sender for it again.</source>
      <translation>Este registro es demasiado grande para una persona. Pídalo de nuevo al remitente.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The sender has replaced this record by another one. Import the other one.</source>
      <translation>El remitente ha sustituido este registro por otro. Importe el otro.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The sender marks this record as no longer in use.</source>
      <translation>El remitente marca este registro como fuera de uso.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The sender marks this record as test data.</source>
      <translation>El remitente marca este registro como datos de prueba.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The {0} holds a control character or is far too long. Type it by hand.</source>
      <translation>{0} contiene un carácter de control o es demasiado largo. Escríbalo a mano.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The file gives only a temporary, assumed or former name. Check it.</source>
      <translation>El archivo solo da un nombre provisional, supuesto o anterior. Revíselo.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The file gives two current names. Check which one is right.</source>
      <translation>El archivo da dos nombres actuales. Compruebe cuál es el correcto.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The file also gives other names, shown here only.</source>
      <translation>El archivo da también otros nombres, que solo se muestran aquí.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The name has a suffix such as Jr. or III, shown here only. Add it if you keep it.</source>
      <translation>El nombre tiene un sufijo como Jr. o III, que solo se muestra aquí. Añádalo si lo conserva.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The file says that this person has died.</source>
      <translation>El archivo dice que esta persona ha fallecido.</translation>
    </message>
    <message>
      <location filename="fhir_person" />
      <source>The sex (gender) is given in a way that is not known here and is left open.</source>
      <translation>El sexo (género) se indica de una forma desconocida aquí y queda abierto.</translation>
    </message>
    <message>
      <location filename="offered" />
      <source>The record number is missing. Type or confirm it.</source>
      <translation>Falta el número de historia. Escríbalo o confírmelo.</translation>
    </message>
    <message>
      <location filename="offered" />
      <source>The family name and the full birth date are needed. Type what is missing.</source>
      <translation>Hacen falta los apellidos y la fecha de nacimiento completa. Escriba lo que falta.</translation>
    </message>
    <message>
      <location filename="offered" />
      <source>The birth date is in the future or too long ago. Type it again.</source>
      <translation>La fecha de nacimiento está en el futuro o es demasiado antigua. Escríbala de nuevo.</translation>
    </message>
    <message>
      <location filename="offered" />
      <source>The file says that this person has died, without a date. Type the date of death.</source>
      <translation>El archivo dice que esta persona ha fallecido, sin fecha. Escriba la fecha del fallecimiento.</translation>
    </message>
    <message>
      <location filename="offered" />
      <source>The date of death is before the birth or in the future. Type it again.</source>
      <translation>La fecha del fallecimiento es anterior al nacimiento o está en el futuro. Escríbala de nuevo.</translation>
    </message>
    <message>
      <location filename="offered" />
      <source>The text is far too long. Type it by hand.</source>
      <translation>El texto es demasiado largo. Escríbalo a mano.</translation>
    </message>
    <message>
      <location filename="pdf_pages" />
      <source>This PDF is locked with a password. Open it, save it without a password, then choose that file.</source>
      <translation>Este PDF está protegido con contraseña. Ábralo, guárdelo sin contraseña y elija ese archivo.</translation>
    </message>
    <message>
      <location filename="pdf_pages" />
      <source>This PDF is a form that only shows in Adobe Reader. Print it into a new PDF there, then choose that one.</source>
      <translation>Este PDF es un formulario que solo se muestra en Adobe Reader. Imprímalo allí en un PDF nuevo y elija ese.</translation>
    </message>
    <message>
      <location filename="pdf_pages" />
      <source>This PDF is a folder of other files. Save those that you need one by one, then add each.</source>
      <translation>Este PDF es una carpeta de otros archivos. Guarde uno por uno los que necesita y añada cada uno.</translation>
    </message>
    <message>
      <location filename="scan_file" />
      <source>The file is empty. Choose another one.</source>
      <translation>El archivo está vacío. Elija otro.</translation>
    </message>
    <message>
      <location filename="scan_file" />
      <source>The file is larger than 50 MB. Split it, or scan it at 200 dpi.</source>
      <translation>El archivo supera los 50 MB. Divídalo, o escanéelo a 200 ppp.</translation>
    </message>
    <message>
      <location filename="scan_file" />
      <source>This is a picture in HEIC format, which only some programs read. On the telephone choose the format “Most compatible”, or share it as JPEG; then choose that file.</source>
      <translation>Esta es una imagen en formato HEIC, que solo leen algunos programas. En el teléfono elija el formato «Más compatible», o compártala como JPEG; después elija ese archivo.</translation>
    </message>
    <message>
      <location filename="scan_file" />
      <source>Only PDF, PNG, JPEG and TIFF can be added. Save or print it as one of them, then choose that file.</source>
      <translation>Solo se pueden añadir PDF, PNG, JPEG y TIFF. Guárdelo o imprímalo como uno de ellos y elija ese archivo.</translation>
    </message>
    <message>
      <location filename="scan_file" />
      <source>Reading this file takes too long. Scan the paper, or print it into a new PDF, then choose that one.</source>
      <translation>Leer este archivo tarda demasiado. Escanee el documento, o imprímalo en un PDF nuevo, y elija ese.</translation>
    </message>
    <message>
      <location filename="scan_limits" />
      <source>This file is damaged and cannot be read. Scan the paper again, or ask the sender for a new file.</source>
      <translation>Este archivo está dañado y no se puede leer. Escanee el documento de nuevo, o pida al remitente un archivo nuevo.</translation>
    </message>
    <message>
      <location filename="scan_limits" />
      <source>Reading this file takes more memory than a paper may. Scan the paper, or print it into a new PDF.</source>
      <translation>Leer este archivo ocupa más memoria de la que puede un documento. Escanee el documento, o imprímalo en un PDF nuevo.</translation>
    </message>
    <message>
      <location filename="scan_limits" />
      <source>This file has more than {0} pages. Split it, and add the pages that belong to this case.</source>
      <translation>Este archivo tiene más de {0} páginas. Divídalo y añada las páginas que pertenecen a este caso.</translation>
    </message>
    <message>
      <location filename="scan_pages" />
      <source>A picture in this file has more than 40 million pixels. Scan it at 300 dpi, then choose it again.</source>
      <translation>Una imagen de este archivo tiene más de 40 millones de píxeles. Escanéela a 300 ppp y elíjala de nuevo.</translation>
    </message>
    <message>
      <location filename="scan_pages" />
      <source>The pages of this file are too large together. Split it, or scan it at 200 dpi.</source>
      <translation>Las páginas de este archivo son demasiado grandes en conjunto. Divídalo, o escanéelo a 200 ppp.</translation>
    </message>
    <message>
      <location filename="scan_pages" />
      <source>This picture holds measured values instead of grey levels. Save it as PNG with 8 or 16 bits.</source>
      <translation>Esta imagen contiene valores medidos en lugar de niveles de gris. Guárdela como PNG con 8 o 16 bits.</translation>
    </message>
    <message>
      <location filename="sheets" />
      <source>This installation cannot write XLSX. Choose CSV, which every spreadsheet opens.</source>
      <translation>Esta instalación no puede escribir XLSX. Elija CSV, que abre cualquier hoja de cálculo.</translation>
    </message>
    <message>
      <location filename="table_file" />
      <source>The file has no rows below the heads of its columns.</source>
      <translation>El archivo no tiene filas debajo de los títulos de sus columnas.</translation>
    </message>
    <message>
      <location filename="table_file" />
      <source>The file is larger than 50 MB. Save a smaller list.</source>
      <translation>El archivo supera los 50 MB. Guarde una lista más pequeña.</translation>
    </message>
    <message>
      <location filename="table_file" />
      <source>This is a workbook, not a CSV file. Open it and save the list as CSV.</source>
      <translation>Esto es un libro de cálculo, no un archivo CSV. Ábralo y guarde la lista como CSV.</translation>
    </message>
    <message>
      <location filename="table_file" />
      <source>This is not a text file in UTF-8 or Windows-1252. Save the list as CSV (UTF-8).</source>
      <translation>Esto no es un archivo de texto en UTF-8 o Windows-1252. Guarde la lista como CSV (UTF-8).</translation>
    </message>
    <message>
      <location filename="table_file" />
      <source>Line {0} has quotation marks that do not close, or text after them. Mend it and try again.</source>
      <translation>La línea {0} tiene comillas que no se cierran, o texto después de ellas. Corríjala e inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="table_file" />
      <source>The file has more than {0} rows. Save a smaller list.</source>
      <translation>El archivo tiene más de {0} filas. Guarde una lista más pequeña.</translation>
    </message>
    <message>
      <location filename="table_file" />
      <source>The file has more than {0} columns. Is it the file you mean?</source>
      <translation>El archivo tiene más de {0} columnas. ¿Es el archivo que quiere?</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>It cannot be read any more.</source>
      <translation>Ya no se puede leer.</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>Its PDF was changed after co-signing.</source>
      <translation>Su PDF se cambió después de la cofirma.</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>It is on a paper that no learner signed.</source>
      <translation>Está en un documento que no firmó ningún médico en formación.</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>The learner co-signed the own paper.</source>
      <translation>El médico en formación cofirmó su propio documento.</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>It attests what this kind of paper does not ask.</source>
      <translation>Certifica lo que este tipo de documento no pide.</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>It was signed with a key that is not the attending's.</source>
      <translation>Se firmó con una clave que no es la del médico responsable.</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>Its signature does not fit.</source>
      <translation>Su firma no corresponde.</translation>
    </message>
    <message>
      <location filename="checked_cosignatures" />
      <source>The signature of its PDF does not fit.</source>
      <translation>La firma de su PDF no corresponde.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>It is not the one that the audit trail tells of.</source>
      <translation>No es el que nombra el registro de auditoría.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>This rule file was removed.</source>
      <translation>Se eliminó este archivo de reglas.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>{0} of the marks on rule sets that the audit trail tells of are gone.</source>
      <translation>Faltan {0} de las marcas de conjuntos de reglas que nombra el registro de auditoría.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>This merge of two records was removed.</source>
      <translation>Se eliminó esta unión de dos registros.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>This version of the clinic's words was removed.</source>
      <translation>Se eliminó esta versión de las palabras de la clínica.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>It is not the {0} that the audit trail tells of.</source>
      <translation>No es {0} que nombra el registro de auditoría.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>Who was asked to co-sign was removed.</source>
      <translation>Se quitó a quién se pidió la cofirma.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>This co-signature was removed.</source>
      <translation>Esta cofirma se quitó.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>This kept judgement was removed.</source>
      <translation>Se eliminó esta valoración conservada.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>Who received a paper was removed.</source>
      <translation>Se eliminó quién recibió un documento.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>What was printed was removed.</source>
      <translation>Se eliminó lo que se imprimió.</translation>
    </message>
    <message>
      <location filename="checked_rows" />
      <source>This enclosure or its mark was removed.</source>
      <translation>Se eliminó este anexo o su marca.</translation>
    </message>
    <message>
      <location filename="cosignatures" />
      <source>It counts as signed, but its attending has not co-signed the note.</source>
      <translation>Cuenta como firmado, pero su médico responsable no ha cofirmado la nota.</translation>
    </message>
    <message>
      <location filename="cosignatures" />
      <source>It awaits a co-signature, but no learner's note of it does.</source>
      <translation>Está pendiente de cofirma, pero ninguna nota suya de un médico en formación lo está.</translation>
    </message>
    <message>
      <location filename="cosignatures" />
      <source>Whether its note waits or was returned is not what its attending did last.</source>
      <translation>Si su nota espera o fue devuelta no es lo último que hizo su médico responsable.</translation>
    </message>
    <message>
      <location filename="door" />
      <source>{0} newer entries of the record are missing. A file of the store was lost or replaced. Look for the newest backup before you go on.</source>
      <translation>Faltan {0} entradas más nuevas del registro. Un archivo del almacén se perdió o se sustituyó. Busque la copia de seguridad más nueva antes de seguir.</translation>
    </message>
    <message>
      <location filename="door" />
      <source>The record differs from the one that was last open here. Check the record.</source>
      <translation>El registro difiere del que se abrió aquí la última vez. Verifique el registro.</translation>
    </message>
    <message>
      <location filename="door" />
      <source>The guards of signed documents were changed outside the program. Check the record.</source>
      <translation>Las protecciones de los documentos firmados se cambiaron fuera del programa. Verifique el registro.</translation>
    </message>
    <message>
      <location filename="engine" />
      <source>The database engine refused the setting {0}. Install MBB Desktop again.</source>
      <translation>El motor de la base de datos rechazó el ajuste {0}. Instale MBB Desktop de nuevo.</translation>
    </message>
    <message>
      <location filename="engine" />
      <source>The database engine refused its journal. Install MBB Desktop again.</source>
      <translation>El motor de la base de datos rechazó su diario. Instale MBB Desktop de nuevo.</translation>
    </message>
    <message>
      <location filename="engine" />
      <source>The database engine refused to save durably. Install MBB Desktop again.</source>
      <translation>El motor de la base de datos rechazó guardar de forma duradera. Instale MBB Desktop de nuevo.</translation>
    </message>
    <message>
      <location filename="entered_in_error" />
      <source>It is marked as entered in error, but no signed notice says so.</source>
      <translation>Está marcado como registrado por error, pero ningún aviso firmado lo dice.</translation>
    </message>
    <message>
      <location filename="entered_in_error" />
      <source>A signed notice says that it was entered in error, but it is not marked.</source>
      <translation>Un aviso firmado dice que se registró por error, pero no está marcado.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The record store cannot be used at the moment. Close the program, open it again and try once more.</source>
      <translation>El almacén de registros no se puede usar en este momento. Cierre el programa, ábralo de nuevo e inténtelo otra vez.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The passphrase is not right. Nothing was changed. Type it again, or use the recovery code.</source>
      <translation>La frase de contraseña no es correcta. No se cambió nada. Escríbala de nuevo, o use el código de recuperación.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The recovery code is not right. Type all eight groups and the check character as printed.</source>
      <translation>El código de recuperación no es correcto. Escriba los ocho grupos y el carácter de control tal como están impresos.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>Too many wrong tries. Wait {0} s, then type the passphrase again.</source>
      <translation>Demasiados intentos erróneos. Espere {0} s y escriba la frase de contraseña de nuevo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>Choose a passphrase of at least 15 characters.</source>
      <translation>Elija una frase de contraseña de al menos 15 caracteres.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The key file of this record store (keys.json) is damaged or missing, and so is its copy. No record was changed. Restore the newest backup: it holds its own key file.</source>
      <translation>El archivo de claves de este almacén (keys.json) está dañado o falta, y su copia también. No se cambió ningún registro. Restaure la copia de seguridad más nueva: contiene su propio archivo de claves.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The database of this record store (clinic.db) is damaged. The program stopped so that nothing gets worse. Restore the newest backup.</source>
      <translation>La base de datos de este almacén (clinic.db) está dañada. El programa se detuvo para que nada empeore. Restaure la copia de seguridad más nueva.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The database of this record store (clinic.db) is not in its folder. Put the file back, or restore the newest backup.</source>
      <translation>La base de datos de este almacén (clinic.db) no está en su carpeta. Devuelva el archivo a su lugar, o restaure la copia de seguridad más nueva.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This folder holds no record store. Choose another folder, or create a new record store.</source>
      <translation>Esta carpeta no contiene ningún almacén de registros. Elija otra carpeta, o cree un almacén nuevo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This folder is not empty. Choose an empty folder for a new record store.</source>
      <translation>Esta carpeta no está vacía. Elija una carpeta vacía para un almacén de registros nuevo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The folder of the record store cannot be written to. Nothing was saved. Give your account the right to write there, or move the folder.</source>
      <translation>En la carpeta del almacén de registros no se puede escribir. No se guardó nada. Dé a su cuenta permiso para escribir allí, o mueva la carpeta.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The disk is full. The last change was not saved; everything saved before is kept. Free some space and save again.</source>
      <translation>El disco está lleno. El último cambio no se guardó; todo lo guardado antes se conserva. Libere espacio y guarde de nuevo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The disk reported an error. The last change was not saved; everything saved before is kept. Check the disk and make a backup to another one.</source>
      <translation>El disco comunicó un error. El último cambio no se guardó; todo lo guardado antes se conserva. Revise el disco y haga una copia de seguridad en otro.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The record store is busy. Nothing was saved. Try again in a moment.</source>
      <translation>El almacén de registros está ocupado. No se guardó nada. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This record store is already open in another window of MBB Desktop. Close that one first.</source>
      <translation>Este almacén de registros ya está abierto en otra ventana de MBB Desktop. Cierre primero esa.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This record store was written by a newer MBB Desktop. Nothing was changed. Install the newest version to open it.</source>
      <translation>Este almacén de registros lo escribió un MBB Desktop más nuevo. No se cambió nada. Instale la versión más nueva para abrirlo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This folder is on a network drive or is synchronised, where a record store can be destroyed. Choose a folder on this computer.</source>
      <translation>Esta carpeta está en una unidad de red o se sincroniza, donde un almacén de registros se puede destruir. Elija una carpeta de este equipo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The encryption of the record store does not work in this installation, so nothing was opened. Install MBB Desktop again.</source>
      <translation>El cifrado del almacén de registros no funciona en esta instalación, así que no se abrió nada. Instale MBB Desktop de nuevo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The record store could not be brought to this version. It was left exactly as it was, and a backup was made before. Keep using the former version and report this.</source>
      <translation>El almacén de registros no se pudo llevar a esta versión. Quedó exactamente como estaba, y antes se hizo una copia de seguridad. Siga usando la versión anterior y comuníquelo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The backup could not be verified and was removed. The record store itself was not touched. Try again.</source>
      <translation>La copia de seguridad no se pudo verificar y se eliminó. El almacén de registros mismo no se tocó. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This was stopped because the record store was closed. Start it again after unlocking.</source>
      <translation>Esto se detuvo porque el almacén de registros se cerró. Inícielo de nuevo después de desbloquear.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This backup is damaged and was not restored. Nothing was changed. Choose another backup.</source>
      <translation>Esta copia de seguridad está dañada y no se restauró. No se cambió nada. Elija otra copia de seguridad.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This person has no access to this record store. Ask an administrator to give access.</source>
      <translation>Esta persona no tiene acceso a este almacén de registros. Pida a un administrador que le dé acceso.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This backup does not know this person: they joined after it was made. Their passphrase of now opens it only when it is right. Check it, or choose somebody else.</source>
      <translation>Esta copia de seguridad no conoce a esta persona: llegó después de que se hiciera. Su frase de contraseña actual solo la abre si es correcta. Compruébela o elija a otra persona.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The connection to the database server was lost. The last change was not saved. Try again in a moment.</source>
      <translation>Se perdió la conexión con el servidor de la base de datos. El último cambio no se guardó. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>The record store is locked. Unlock it and try again.</source>
      <translation>El almacén de registros está bloqueado. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>Somebody else changed this {0} in the meantime. Yours was not saved. Look at both.</source>
      <translation>Otra persona cambió entretanto: {0}. Lo suyo no se guardó. Mire ambos.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This {0} is not in the record store.</source>
      <translation>No está en el almacén de registros: {0}.</translation>
    </message>
    <message>
      <location filename="errors" />
      <source>This {0} is signed and cannot be changed. Add an addendum instead.</source>
      <translation>Está firmado y no se puede cambiar: {0}. Añada una adenda en su lugar.</translation>
    </message>
    <message>
      <location filename="passphrase" />
      <source>Use at least {0} characters. Four words that do not belong together are easy to keep.</source>
      <translation>Use al menos {0} caracteres. Cuatro palabras que no van juntas son fáciles de recordar.</translation>
    </message>
    <message>
      <location filename="passphrase" />
      <source>Use at most {0} characters.</source>
      <translation>Use como máximo {0} caracteres.</translation>
    </message>
    <message>
      <location filename="passphrase" />
      <source>This repeats the same characters. Use words that do not belong together.</source>
      <translation>Esto repite los mismos caracteres. Use palabras que no van juntas.</translation>
    </message>
    <message>
      <location filename="passphrase" />
      <source>This is among the first things a guessing program tries. Use words that do not belong together.</source>
      <translation>Esto es de lo primero que prueba un programa para adivinar. Use palabras que no van juntas.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>A guard of signed documents is missing or changed.</source>
      <translation>Falta o se cambió una protección de los documentos firmados.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>This signed paper was removed.</source>
      <translation>Se eliminó este documento firmado.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>The audit trail is empty.</source>
      <translation>El registro de auditoría está vacío.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>Entries {0} to {1} are missing.</source>
      <translation>Faltan las entradas {0} a {1}.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>It does not follow from the entry before: one of the two was changed, added or moved.</source>
      <translation>No sigue de la entrada anterior: una de las dos se cambió, se añadió o se movió.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>Its content was changed after it was written.</source>
      <translation>Su contenido se cambió después de escribirlo.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>The audit trail does not begin with this record store.</source>
      <translation>El registro de auditoría no empieza con este almacén de registros.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>It was recorded twice.</source>
      <translation>Se registró dos veces.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>Its content cannot be read.</source>
      <translation>Su contenido no se puede leer.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>{0} newer entries are missing.</source>
      <translation>Faltan {0} entradas más nuevas.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>It differs from the one that was noted beside the database.</source>
      <translation>Difiere del que se anotó junto a la base de datos.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>The audit trail does not tell of this signed paper.</source>
      <translation>El registro de auditoría no nombra este documento firmado.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>It is not the paper that the audit trail tells of.</source>
      <translation>No es el documento que nombra el registro de auditoría.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>Its content was changed after signing.</source>
      <translation>Su contenido se cambió después de firmar.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>Its PDF was changed after signing.</source>
      <translation>Su PDF se cambió después de firmar.</translation>
    </message>
    <message>
      <location filename="signed" />
      <source>It was signed with a key that is not the signer's.</source>
      <translation>Se firmó con una clave que no es del firmante.</translation>
    </message>
    <message>
      <location filename="to_print" />
      <source>It is on the list of what waits, but nothing put it there.</source>
      <translation>Está en la lista de lo que espera, pero nada lo puso allí.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Enter the day of the ablation.</source>
      <translation>Escriba el día de la ablación.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>The ablation lies in the future. Check the date.</source>
      <translation>La ablación está en el futuro. Revise la fecha.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Enter the joints.</source>
      <translation>Escriba las articulaciones.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Say which side.</source>
      <translation>Indique qué lado.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Say whether it was done here or elsewhere.</source>
      <translation>Indique si se hizo aquí o en otro lugar.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>This ablation is in the record already. Change it under Complaint.</source>
      <translation>Esta ablación ya está en el registro. Cámbiela en Dolencia.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Somebody has changed this ablation meanwhile. Open it again.</source>
      <translation>Alguien ha cambiado esta ablación entretanto. Ábrala de nuevo.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>{0} is too early for the outcome after {1} months: the ablation was on {2}. Check both dates, or choose fewer months.</source>
      <translation>{0} es demasiado pronto para el resultado después de {1} meses: la ablación fue el {2}. Revise ambas fechas, o elija menos meses.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Tick identity first: the patient says full name and date of birth, and both match.</source>
      <translation>Marque primero la identidad: el paciente dice su nombre completo y fecha de nacimiento, y ambos coinciden.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Enter the day on which the patient was asked.</source>
      <translation>Escriba el día en que se preguntó al paciente.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>The outcome lies before the ablation. Check the date.</source>
      <translation>El resultado es anterior a la ablación. Revise la fecha.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>Enter a score, the stated relief, or whether the pain is back.</source>
      <translation>Escriba una puntuación, el alivio referido, o si el dolor ha vuelto.</translation>
    </message>
    <message>
      <location filename="ablations" />
      <source>The pain cannot have come back after the day on which that was asked. Check the date.</source>
      <translation>El dolor no puede haber vuelto después del día en que se preguntó. Revise la fecha.</translation>
    </message>
    <message>
      <location filename="ahead" />
      <source>Choose 1 to {0} days.</source>
      <translation>Elija de 1 a {0} días.</translation>
    </message>
    <message>
      <location filename="ahead" />
      <source>This block is no longer planned. Look at the list again.</source>
      <translation>Este bloqueo ya no está planificado. Mire la lista de nuevo.</translation>
    </message>
    <message>
      <location filename="calls" />
      <source>This block is not followed up any more. Look at the list again.</source>
      <translation>Este bloqueo ya no se sigue. Mire la lista de nuevo.</translation>
    </message>
    <message>
      <location filename="calls" />
      <source>A patient who was reached is saved with the scores.</source>
      <translation>Un paciente localizado se guarda con las puntuaciones.</translation>
    </message>
    <message>
      <location filename="calls" />
      <source>Say when to call again.</source>
      <translation>Indique cuándo volver a llamar.</translation>
    </message>
    <message>
      <location filename="calls" />
      <source>The time to call again has passed. Enter a later one.</source>
      <translation>La hora de volver a llamar ya pasó. Escriba una posterior.</translation>
    </message>
    <message>
      <location filename="calls" />
      <source>The blood thinner cannot have been restarted later than now. Check the time.</source>
      <translation>El anticoagulante no puede haberse reiniciado después de ahora. Revise la hora.</translation>
    </message>
    <message>
      <location filename="correct" />
      <source>Everybody who is recorded to have received it has a correction notice already.</source>
      <translation>Todos los que consta que lo recibieron tienen ya un aviso de corrección.</translation>
    </message>
    <message>
      <location filename="correct" />
      <source>Choose or write who received it.</source>
      <translation>Elija o escriba quién lo recibió.</translation>
    </message>
    <message>
      <location filename="correct" />
      <source>It cannot have been sent at a time that has not come yet. Check the date.</source>
      <translation>No puede haberse enviado a una hora que todavía no ha llegado. Revise la fecha.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>An addendum goes with this paper. Read it, say that you agree, and co-sign both as one.</source>
      <translation>Una adenda va con este documento. Léala, diga que está de acuerdo y cofirme ambos juntos.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>What the learner signed cannot be read any more. Check the record.</source>
      <translation>Lo que firmó el médico en formación ya no se puede leer. Verifique el registro.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>{0} says that a part of it is an error. Return it: the learner marks all of it as entered in error and documents it anew.</source>
      <translation>{0} dice que una parte es un error. Devuélvalo: el médico en formación lo marca todo como registrado por error y lo documenta de nuevo.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>Nobody's co-signature is missing on this paper.</source>
      <translation>En este documento no falta la cofirma de nadie.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>It was co-signed already, by {0}.</source>
      <translation>Ya lo cofirmó {0}.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>It was returned to the learner. It can be co-signed when they ask again.</source>
      <translation>Se devolvió al médico en formación. Se puede cofirmar cuando lo pida de nuevo.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>This paper is marked as entered in error.</source>
      <translation>Este documento está marcado como registrado por error.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>{0} was asked to co-sign it. Only they can.</source>
      <translation>Se pidió a {0} que lo cofirme. Nadie más puede hacerlo.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>Only the learner who signed, or an attending physician, can ask for this.</source>
      <translation>Solo el médico en formación que firmó, o un médico responsable, puede pedir esto.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>This person cannot co-sign. Choose an attending physician who is no learner.</source>
      <translation>Esta persona no puede cofirmar. Elija un médico responsable que no esté en formación.</translation>
    </message>
    <message>
      <location filename="cosign" />
      <source>Write why another attending takes it over.</source>
      <translation>Escriba por qué lo asume otro médico responsable.</translation>
    </message>
    <message>
      <location filename="desk" />
      <source>Your role may not {0}. Ask an administrator to change your roles.</source>
      <translation>Su función no permite {0}. Pida a un administrador que cambie sus funciones.</translation>
    </message>
    <message>
      <location filename="emergency" />
      <source>Write why the chart must be opened, in at least ten characters.</source>
      <translation>Escriba por qué hay que abrir la historia, con al menos diez caracteres.</translation>
    </message>
    <message>
      <location filename="emergency" />
      <source>{0} It is still running, until {1}.</source>
      <translation>{0} Sigue en curso, hasta las {1}.</translation>
    </message>
    <message>
      <location filename="emergency" />
      <source>Patients shown by searches and lists: {0}.</source>
      <translation>Pacientes mostrados por búsquedas y listas: {0}.</translation>
    </message>
    <message>
      <location filename="emergency" />
      <source>{0} used emergency access on {1} at {2}. Reason given: {3}.</source>
      <translation>{0} usó el acceso de emergencia el {1} a las {2}. Motivo indicado: {3}.</translation>
    </message>
    <message>
      <location filename="emergency" />
      <source>No chart was opened.</source>
      <translation>No se abrió ninguna historia.</translation>
    </message>
    <message>
      <location filename="emergency" />
      <source>{0} opened; which, stands in the audit tab of each chart.</source>
      <translation>{0} abiertas; cuáles, figura en la auditoría de cada historia.</translation>
    </message>
    <message>
      <location filename="emergency" />
      <source>Charts opened: {0}{1}.</source>
      <translation>Historias abiertas: {0}{1}.</translation>
    </message>
    <message>
      <location filename="find_lots" />
      <source>Type a lot or a drug, or tick one of the last two.</source>
      <translation>Escriba un lote o un fármaco, o marque una de las dos últimas casillas.</translation>
    </message>
    <message>
      <location filename="follow_up" />
      <source>Somebody else entered scores meanwhile. Look at both, then enter the right one.</source>
      <translation>Otra persona anotó puntuaciones entretanto. Mire ambas y anote la correcta.</translation>
    </message>
    <message>
      <location filename="follow_up" />
      <source>A score cannot be given for a time that has not come yet. Check the clock.</source>
      <translation>No se puede dar una puntuación de una hora que todavía no ha llegado. Revise el reloj.</translation>
    </message>
    <message>
      <location filename="import_people" />
      <source>This person is in the list already. Open the known record, or add by hand.</source>
      <translation>Esta persona ya está en la lista. Abra el registro conocido, o añádala a mano.</translation>
    </message>
    <message>
      <location filename="installed_rules" />
      <source>{0}: its text is not the one that was added.</source>
      <translation>{0}: su texto no es el que se añadió.</translation>
    </message>
    <message>
      <location filename="installed_rules" />
      <source>{0} has come with the program as well. Withdraw one's own.</source>
      <translation>{0} ha venido también con el programa. Retire el propio.</translation>
    </message>
    <message>
      <location filename="issue_addendum" />
      <source>{0} awaits the co-signature of {1}. Choose them for the addendum.</source>
      <translation>{0} espera la cofirma de {1}. Elija a esa persona para la adenda.</translation>
    </message>
    <message>
      <location filename="issue_addendum" />
      <source>{0} signed a part of this as a learner. Choose another attending.</source>
      <translation>{0} firmó una parte de esto en formación. Elija otro médico responsable.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>No block is recorded yet. Plan the first one, or press New block.</source>
      <translation>Todavía no hay ningún bloqueo registrado. Planifique el primero, o pulse Nuevo bloqueo.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>The attending has to co-sign the procedure note of {0}.</source>
      <translation>El médico responsable tiene que cofirmar la nota de procedimiento del {0}.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>The procedure note of {0} was returned: the learner has to correct it first.</source>
      <translation>La nota del procedimiento del {0} fue devuelta: el médico en formación debe corregirla primero.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>Sign the procedure note of {0}.</source>
      <translation>Firme la nota del procedimiento del {0}.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>Enter the score before the block of {0}: without it nothing can be judged.</source>
      <translation>Anote la puntuación antes del bloqueo del {0}: sin ella no se puede valorar nada.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>Sign the diagnostic response of {0}.</source>
      <translation>Firme la respuesta diagnóstica del {0}.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>No joint and side is confirmed by {0}: there is nothing to ask for.</source>
      <translation>{0} no confirma ninguna articulación con su lado: no hay nada que solicitar.</translation>
    </message>
    <message>
      <location filename="issue_letter" />
      <source>Choose whom the letter goes to.</source>
      <translation>Elija a quién va la carta.</translation>
    </message>
    <message>
      <location filename="issue_paper" />
      <source>{0} {1} missing to sign.</source>
      <translation>Para firmar: {0} {1}.</translation>
    </message>
    <message>
      <location filename="issue_paper" />
      <source>{0} is signed by the attending physician, not by a learner. Ask them to sign.</source>
      <translation>{0}: lo firma el médico responsable, no un médico en formación. Pídale que firme.</translation>
    </message>
    <message>
      <location filename="issue_paper" />
      <source>Another physician performed this block. Only they can sign it.</source>
      <translation>Otro médico realizó este bloqueo. Solo él puede firmarlo.</translation>
    </message>
    <message>
      <location filename="issue_paper" />
      <source>Only a learner's paper waits for a co-signature. Sign it as your own.</source>
      <translation>Solo el documento de un médico en formación espera una cofirma. Fírmelo como suyo.</translation>
    </message>
    <message>
      <location filename="issue_paper" />
      <source>A learner signs under supervision: say so, and choose the attending who co-signs.</source>
      <translation>Un médico en formación firma bajo supervisión: indíquelo, y elija el médico responsable que cofirma.</translation>
    </message>
    <message>
      <location filename="issue_response" />
      <source>The attending has to co-sign the procedure note first.</source>
      <translation>El médico responsable tiene que cofirmar primero la nota de procedimiento.</translation>
    </message>
    <message>
      <location filename="issue_response" />
      <source>No score is recorded. Enter the score before the block and one after it.</source>
      <translation>No hay ninguna puntuación registrada. Anote la puntuación antes del bloqueo y una después.</translation>
    </message>
    <message>
      <location filename="issue_response" />
      <source>This block tests no joint any more: see the notice of error beside its note.</source>
      <translation>Este bloqueo ya no prueba ninguna articulación: vea el aviso de error junto a su nota.</translation>
    </message>
    <message>
      <location filename="issue_response" />
      <source>Scores were entered meanwhile. Close this, and look at them again.</source>
      <translation>Se anotaron puntuaciones entretanto. Cierre esto y mírelas de nuevo.</translation>
    </message>
    <message>
      <location filename="issue_response" />
      <source>Sign the procedure note first.</source>
      <translation>Firme primero la nota del procedimiento.</translation>
    </message>
    <message>
      <location filename="issue_response" />
      <source>Choose your conclusion.</source>
      <translation>Elija su conclusión.</translation>
    </message>
    <message>
      <location filename="issue_response" />
      <source>Your conclusion differs from the computed value. Write why.</source>
      <translation>Su conclusión difiere del valor calculado. Escriba por qué.</translation>
    </message>
    <message>
      <location filename="keep_clinic" />
      <source>The clinic's name is missing. It heads every paper.</source>
      <translation>Falta el nombre de la clínica. Encabeza cada documento.</translation>
    </message>
    <message>
      <location filename="keep_clinic" />
      <source>You cannot take the administrator role from yourself. Ask another administrator.</source>
      <translation>No puede quitarse a sí mismo la función de administrador. Pídaselo a otro administrador.</translation>
    </message>
    <message>
      <location filename="keep_clinic" />
      <source>You cannot remove your own account. Ask another administrator.</source>
      <translation>No puede eliminar su propia cuenta. Pídaselo a otro administrador.</translation>
    </message>
    <message>
      <location filename="keep_clinic" />
      <source>The access of this person has ended. Add the person again.</source>
      <translation>El acceso de esta persona ha terminado. Añada a la persona de nuevo.</translation>
    </message>
    <message>
      <location filename="keep_clinic" />
      <source>The person's name is missing.</source>
      <translation>Falta el nombre de la persona.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>The pain cannot have begun in the future. Check the date.</source>
      <translation>El dolor no puede haber comenzado en el futuro. Revise la fecha.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>A score lies between 0 and 10.</source>
      <translation>Una puntuación va de 0 a 10.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>A disability score lies between 0 and 100 %.</source>
      <translation>Una puntuación de discapacidad va de 0 a 100 %.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>Name the scale of the disability score, for example ODI or NDI.</source>
      <translation>Indique la escala de la puntuación de discapacidad, por ejemplo ODI o NDI.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>Conservative care ends before it starts. Check the dates.</source>
      <translation>El tratamiento conservador termina antes de empezar. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>An earlier ablation is listed. Say yes, or remove it.</source>
      <translation>Hay una ablación anterior en la lista. Indique sí, o quítela.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>Levels with a fusion or an implant are listed. Say yes, or remove them.</source>
      <translation>Hay niveles con una fusión o un implante en la lista. Indique sí, o quítelos.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>The pain was back before the day on which it was not back. Check the dates.</source>
      <translation>El dolor volvió antes del día en que no había vuelto. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="keep_courses" />
      <source>The pain came back before the treatment. Check the dates.</source>
      <translation>El dolor volvió antes del tratamiento. Revise las fechas.</translation>
    </message>
    <message>
      <location filename="keep_enclosures" />
      <source>This very file was added to the chart of another patient. Look whose paper it is. If it is this patient's, mark it there as entered in error first.</source>
      <translation>Este mismo archivo se añadió a la historia de otro paciente. Mire de quién es el documento. Si es de este paciente, márquelo primero allí como registrado por error.</translation>
    </message>
    <message>
      <location filename="keep_enclosures" />
      <source>Look whose paper this is, and confirm it before the paper is kept.</source>
      <translation>Mire de quién es este documento y confírmelo antes de conservarlo.</translation>
    </message>
    <message>
      <location filename="keep_enclosures" />
      <source>This block is not this patient's. Choose one of the list.</source>
      <translation>Este bloqueo no es de este paciente. Elija uno de la lista.</translation>
    </message>
    <message>
      <location filename="keep_enclosures" />
      <source>This file is in the chart already: {0}, added by {1}.</source>
      <translation>Este archivo ya está en la historia: {0}, añadido por {1}.</translation>
    </message>
    <message>
      <location filename="keep_patients" />
      <source>This person may be in the list already. Open the known record, or add anyway.</source>
      <translation>Esta persona puede estar ya en la lista. Abra el registro conocido, o añádala de todos modos.</translation>
    </message>
    <message>
      <location filename="keep_patients" />
      <source>The birth date lies in the future. Check the year.</source>
      <translation>La fecha de nacimiento está en el futuro. Revise el año.</translation>
    </message>
    <message>
      <location filename="keep_patients" />
      <source>The birth date is over 120 years ago. Check the year.</source>
      <translation>La fecha de nacimiento es de hace más de 120 años. Revise el año.</translation>
    </message>
    <message>
      <location filename="keep_patients" />
      <source>A weight of 2 to 400 kg can be kept. Check the number and the unit.</source>
      <translation>Se puede guardar un peso de 2 a 400 kg. Revise el número y la unidad.</translation>
    </message>
    <message>
      <location filename="keep_patients" />
      <source>The date of the weight lies in the future.</source>
      <translation>La fecha del peso está en el futuro.</translation>
    </message>
    <message>
      <location filename="keep_patients" />
      <source>This record is part of another one now. Open the chart again.</source>
      <translation>Este registro forma ahora parte de otro. Abra la historia de nuevo.</translation>
    </message>
    <message>
      <location filename="keep_patients" />
      <source>Another patient has this record number. Check the number.</source>
      <translation>Otro paciente tiene este número de historia. Revise el número.</translation>
    </message>
    <message>
      <location filename="keep_phrases" />
      <source>The file needs the columns code and text.</source>
      <translation>El archivo necesita las columnas code y text.</translation>
    </message>
    <message>
      <location filename="keep_presets" />
      <source>Only a physician has presets of their own. Change the clinic's.</source>
      <translation>Solo un médico tiene preajustes propios. Cambie los de la clínica.</translation>
    </message>
    <message>
      <location filename="keep_rules" />
      <source>From {0} on it judges in place of {1}.</source>
      <translation>A partir del {0} valora en lugar de {1}.</translation>
    </message>
    <message>
      <location filename="keep_rules" />
      <source>A rule set that came with the program cannot be withdrawn.</source>
      <translation>Un conjunto de reglas que vino con el programa no se puede retirar.</translation>
    </message>
    <message>
      <location filename="keep_rules" />
      <source>A rule set that cannot be read cannot be reviewed.</source>
      <translation>Un conjunto de reglas que no se puede leer no se puede revisar.</translation>
    </message>
    <message>
      <location filename="keep_templates" />
      <source>Say in a few words why the text changes. It stands beside the version.</source>
      <translation>Indique en pocas palabras por qué cambia el texto. Figura junto a la versión.</translation>
    </message>
    <message>
      <location filename="keep_templates" />
      <source>These are the words in use already. Nothing was saved.</source>
      <translation>Estas son las palabras ya en uso. No se guardó nada.</translation>
    </message>
    <message>
      <location filename="keep_templates" />
      <source>No font can print {0} in the approval.</source>
      <translation>Ninguna fuente puede imprimir {0} en la aprobación.</translation>
    </message>
    <message>
      <location filename="keep_templates" />
      <source>The day of the approval is still to come. Enter today's.</source>
      <translation>El día de la aprobación todavía no ha llegado. Escriba el de hoy.</translation>
    </message>
    <message>
      <location filename="keep_templates" />
      <source>The {0} does not fit on its page for “{1}”. Shorten the words.</source>
      <translation>{0} no cabe en su página para «{1}». Acorte las palabras.</translation>
    </message>
    <message>
      <location filename="keep_templates" />
      <source>{0}: the file is too large for a template.</source>
      <translation>{0}: el archivo es demasiado grande para una plantilla.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>Stopped. Nothing of this file was kept.</source>
      <translation>Parado. No se conservó nada de este archivo.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>No patient has this MRN. Mend it, or say that this is a new patient.</source>
      <translation>Ningún paciente tiene este MRN. Corríjalo, o indique que es un paciente nuevo.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>No open complaint in this region. Say that one begins, or open it in the chart.</source>
      <translation>No hay ninguna dolencia abierta en esta región. Indique que comienza una, o ábrala en la historia.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>Line {0} has this patient on the same day.</source>
      <translation>La línea {0} tiene a este paciente en el mismo día.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>Line {0} has this MRN with another name or birth date.</source>
      <translation>La línea {0} tiene este MRN con otro nombre u otra fecha de nacimiento.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>This patient has died.</source>
      <translation>Este paciente ha fallecido.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>A patient with this family name and birth date has another MRN. Check the MRN.</source>
      <translation>Un paciente con estos apellidos y fecha de nacimiento tiene otro MRN. Revise el MRN.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>The patient with this MRN has another name. Check the row and the chart.</source>
      <translation>El paciente con este MRN tiene otro nombre. Revise la fila y la historia.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>The patient with this MRN has another birth date. Check the row and the chart.</source>
      <translation>El paciente con este MRN tiene otra fecha de nacimiento. Revise la fila y la historia.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>The day lies in the past: {0}.</source>
      <translation>El día ya pasó: {0}.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>The day is more than a year ahead: {0}. Check the year.</source>
      <translation>Falta más de un año para el día: {0}. Revise el año.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>Levels: not finished. Write joints and side, for example L4-5 b.</source>
      <translation>Niveles: sin terminar. Escriba articulaciones y lado, por ejemplo L4-5 b.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>This block is on the list already{0}.</source>
      <translation>Este bloqueo ya está en la lista{0}.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>The patient has another block on this day{0}{1}. Plan a second one in the chart.</source>
      <translation>El paciente tiene otro bloqueo este día{0}{1}. Planifique un segundo en la historia.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>Levels: name the joints of one region; those of another need a row of their own.</source>
      <translation>Niveles: nombre las articulaciones de una sola región; las de otra necesitan una fila propia.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>The patient has several open complaints in this region. Plan it in the chart.</source>
      <translation>El paciente tiene varias dolencias abiertas en esta región. Planifíquelo en la historia.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>The record does not have {0} yet. A nurse or a physician adds it first.</source>
      <translation>El registro todavía no tiene a {0}. Primero lo añade una enfermera o un médico.</translation>
    </message>
    <message>
      <location filename="listed_rows" />
      <source>No patient has this MRN. For a new one write the name as family, given.</source>
      <translation>Ningún paciente tiene este MRN. Para uno nuevo escriba el nombre como apellidos, nombre.</translation>
    </message>
    <message>
      <location filename="make_packet" />
      <source>Only a referral or prior-authorization letter has a packet. Choose one of them.</source>
      <translation>Solo una carta de derivación o de autorización previa tiene un paquete. Elija una de ellas.</translation>
    </message>
    <message>
      <location filename="make_packet" />
      <source>{0} was entered in error. Sign a new letter, then make its packet.</source>
      <translation>{0} se registró por error. Firme una carta nueva y haga después su paquete.</translation>
    </message>
    <message>
      <location filename="make_packet" />
      <source>{0}, which belongs in this packet, awaits a co-signature. Have it co-signed, or marked as entered in error, then make the packet.</source>
      <translation>{0}, que pertenece a este paquete, está pendiente de cofirma. Haga que lo cofirmen o que lo marquen como registrado por error y luego reúna el paquete.</translation>
    </message>
    <message>
      <location filename="make_packet" />
      <source>One of the chosen scans does not stand any more. Close this, and choose again.</source>
      <translation>Uno de los escaneos elegidos ya no es válido. Cierre esto y elija de nuevo.</translation>
    </message>
    <message>
      <location filename="mark_error" />
      <source>This block does not test all of these joints. Look at its notices of error.</source>
      <translation>Este bloqueo no prueba todas estas articulaciones. Mire sus avisos de error.</translation>
    </message>
    <message>
      <location filename="mark_error" />
      <source>A notice stays. Mark the paper itself, or sign an addendum to it.</source>
      <translation>Un aviso se queda. Marque el documento mismo, o firme una adenda.</translation>
    </message>
    <message>
      <location filename="mark_error" />
      <source>Only who signed this paper, or a physician who is administrator, can mark it; a learner only before it is co-signed.</source>
      <translation>Solo quien firmó este documento, o un médico que es administrador, puede marcarlo; un médico en formación, solo antes de que esté cofirmado.</translation>
    </message>
    <message>
      <location filename="mark_error" />
      <source>This paper is marked as entered in error already.</source>
      <translation>Este documento ya está marcado como registrado por error.</translation>
    </message>
    <message>
      <location filename="merge_patients" />
      <source>This is one record already.</source>
      <translation>Ya es un solo registro.</translation>
    </message>
    <message>
      <location filename="merge_patients" />
      <source>One of the two records is part of another one already. Open the chart again.</source>
      <translation>Uno de los dos registros ya forma parte de otro. Abra la historia de nuevo.</translation>
    </message>
    <message>
      <location filename="merge_patients" />
      <source>The records disagree about the {0}. Ask the patient and correct one of them first.</source>
      <translation>Los registros no coinciden en: {0}. Pregunte al paciente y corrija primero uno de ellos.</translation>
    </message>
    <message>
      <location filename="merge_patients" />
      <source>Write in a few words how you know it.</source>
      <translation>Escriba en pocas palabras cómo lo sabe.</translation>
    </message>
    <message>
      <location filename="merge_patients" />
      <source>These records are not merged as shown any more. Open the chart again.</source>
      <translation>Estos registros ya no están unidos como se muestra. Abra la historia de nuevo.</translation>
    </message>
    <message>
      <location filename="merge_patients" />
      <source>{0} was signed after the merge and may rest on both records. They stay together; say in an addendum what belongs to whom.</source>
      <translation>{0} se firmó después de la unión y puede basarse en ambos registros. Siguen juntos; diga en una adenda qué pertenece a quién.</translation>
    </message>
    <message>
      <location filename="plan_list" />
      <source>Two people of a list have one MRN.</source>
      <translation>Dos personas de una lista tienen el mismo MRN.</translation>
    </message>
    <message>
      <location filename="print_handout" />
      <source>This paper needs {0}. Record it first, then print.</source>
      <translation>Este documento necesita {0}. Regístrelo primero e imprima después.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>This paper was entered in error, so it is not printed from here any more.</source>
      <translation>Este documento se registró por error, así que ya no se imprime desde aquí.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>{0} is not final: it can be printed here when the attending has co-signed it.</source>
      <translation>{0} no es definitivo: se puede imprimir aquí cuando el médico responsable lo haya cofirmado.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>{0} rests on {1}, which was entered in error. Sign a new one, or write why this one is needed.</source>
      <translation>{0} se basa en {1}, que se registró por error. Firme uno nuevo, o escriba por qué se necesita este.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>One job holds the papers of one patient. Choose again.</source>
      <translation>Un trabajo contiene los documentos de un solo paciente. Elija de nuevo.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>Somebody else has just dealt with one of these papers. Look again.</source>
      <translation>Otra persona acaba de ocuparse de uno de estos documentos. Mire de nuevo.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>It may have come out already. Say first on the page Letters whether it did.</source>
      <translation>Puede que ya haya salido. Indique primero en la página Cartas si salió.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>Say why it is not needed.</source>
      <translation>Indique por qué no hace falta.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>Only signed papers are recorded as sent. Look at the list again.</source>
      <translation>Solo los documentos firmados se registran como enviados. Mire la lista de nuevo.</translation>
    </message>
    <message>
      <location filename="print_papers" />
      <source>Only signed papers are recorded as sent. Record the letter that goes along.</source>
      <translation>Solo los documentos firmados se registran como enviados. Registre la carta que los acompaña.</translation>
    </message>
    <message>
      <location filename="record_block" />
      <source>Somebody else changed the same field. Choose which value is right.</source>
      <translation>Otra persona cambió el mismo campo. Elija qué valor es correcto.</translation>
    </message>
    <message>
      <location filename="record_block" />
      <source>This block is planned for {0}. Document it on that day.</source>
      <translation>Este bloqueo está planificado para el {0}. Documéntelo ese día.</translation>
    </message>
    <message>
      <location filename="record_block" />
      <source>This record is signed and stays as it is.</source>
      <translation>Este registro está firmado y queda como está.</translation>
    </message>
    <message>
      <location filename="record_block" />
      <source>A time-out given on the room screen stays as it was given. After a stop the physician settles it there with the PIN.</source>
      <translation>Una pausa de seguridad dada en la pantalla de sala queda como se dio. Tras una detención, el médico la resuelve allí con el PIN.</translation>
    </message>
    <message>
      <location filename="record_block" />
      <source>Somebody else has discarded this draft already.</source>
      <translation>Otra persona ya ha descartado este borrador.</translation>
    </message>
    <message>
      <location filename="record_block" />
      <source>Somebody else has brought this draft back already.</source>
      <translation>Otra persona ya ha recuperado este borrador.</translation>
    </message>
    <message>
      <location filename="recovery" />
      <source>This record is {0}. Its recovery and discharge stay as they are.</source>
      <translation>Este registro está {0}. Su recuperación y alta quedan como están.</translation>
    </message>
    <message>
      <location filename="review_course" />
      <source>The rule set {0} names no relief threshold.</source>
      <translation>El conjunto de reglas {0} no indica ningún umbral de alivio.</translation>
    </message>
    <message>
      <location filename="review_course" />
      <source>The rule set {0} is not installed. Choose one in Settings.</source>
      <translation>El conjunto de reglas {0} no está instalado. Elija uno en Ajustes.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>The time-out was stopped. The physician settles it here with the PIN, then it is given again.</source>
      <translation>La pausa de seguridad se detuvo. El médico la resuelve aquí con el PIN y después se da de nuevo.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>Somebody changed the plan at another screen meanwhile. Look at the plan as it is now, then settle it again.</source>
      <translation>Alguien cambió el plan en otra pantalla entretanto. Mire el plan como está ahora y resuélvalo de nuevo.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>The time-out is stamped when all its answers are in.</source>
      <translation>La pausa de seguridad recibe su hora cuando están todas las respuestas.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>The time-out comes first. Nothing is injected before it.</source>
      <translation>Primero va la pausa de seguridad. Antes de ella no se inyecta nada.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>Stamp needle in first.</source>
      <translation>Anote primero la hora de entrada de la aguja.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>Say which joints and which side are right.</source>
      <translation>Indique qué articulaciones y qué lado son los correctos.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>Nothing is planned. Say which joints and which side are right.</source>
      <translation>No hay nada planificado. Indique qué articulaciones y qué lado son los correctos.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>A learner does not settle a time-out. Ask the attending physician.</source>
      <translation>Un médico en formación no resuelve una pausa de seguridad. Pregunte al médico adjunto.</translation>
    </message>
    <message>
      <location filename="room" />
      <source>No time-out is waiting to be settled.</source>
      <translation>Ninguna pausa de seguridad espera resolución.</translation>
    </message>
    <message>
      <location filename="signing" />
      <source>That is not your PIN. {0} tries left before the program locks.</source>
      <translation>Ese no es su PIN. Quedan {0} intentos antes de que el programa se bloquee.</translation>
    </message>
    <message>
      <location filename="signing" />
      <source>That is not your PIN. One more try, then the program locks.</source>
      <translation>Ese no es su PIN. Un intento más y el programa se bloquea.</translation>
    </message>
    <message>
      <location filename="signing" />
      <source>That was not your PIN five times. Unlock again with your passphrase.</source>
      <translation>Ese no fue su PIN cinco veces. Desbloquee de nuevo con su frase de contraseña.</translation>
    </message>
    <message>
      <location filename="signing" />
      <source>You have no signing PIN yet. Set one in Settings, My account.</source>
      <translation>Todavía no tiene PIN de firma. Establezca uno en Ajustes, Mi cuenta.</translation>
    </message>
    <message>
      <location filename="signing" />
      <source>Your signing key is not open. Lock, and unlock with your own passphrase.</source>
      <translation>Su clave de firma no está abierta. Bloquee la pantalla y desbloquee con su propia frase de contraseña.</translation>
    </message>
    <message>
      <location filename="signing" />
      <source>A PIN has 4 to 8 digits.</source>
      <translation>Un PIN tiene de 4 a 8 dígitos.</translation>
    </message>
    <message>
      <location filename="signing" />
      <source>Choose a PIN that is not one digit repeated and not a row such as 1234.</source>
      <translation>Elija un PIN que no sea un dígito repetido ni una serie como 1234.</translation>
    </message>
    <message>
      <location filename="wordings" />
      <source>{0}: its text is not the one that was saved.</source>
      <translation>{0}: su texto no es el que se guardó.</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>One medial branch block, more than 50 %</source>
      <translation>Un bloqueo de la rama medial, más de 50 %</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Repeat ablation: the last one gave more than 30 % for 3 months</source>
      <translation>Repetir la ablación: la última dio más de 30 % durante 3 meses</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>One medial branch block, 50 % or more</source>
      <translation>Un bloqueo de la rama medial, 50 % o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No sedation, or a reason for it</source>
      <translation>Sin sedación, o con un motivo</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Two medial branch blocks, each 80 % or more</source>
      <translation>Dos bloqueos de la rama medial, cada uno 80 % o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>The two blocks used different agents</source>
      <translation>Los dos bloqueos usaron anestésicos diferentes</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Double-blind blocks</source>
      <translation>Bloqueos a doble ciego</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Scores collected by somebody else than the operator</source>
      <translation>Puntuaciones recogidas por otra persona que el operador</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Two medial branch blocks, each 100 %</source>
      <translation>Dos bloqueos de la rama medial, cada uno 100 %</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Pain 5 of 10 or more</source>
      <translation>Dolor de 5 de 10 o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Pain for 6 months or more</source>
      <translation>Dolor durante 6 meses o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Conservative care failed</source>
      <translation>Tratamiento conservador fracasado</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>The block is 6 months old or less</source>
      <translation>El bloqueo es de hace 6 meses o menos</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>16 months or more since the last ablation</source>
      <translation>16 meses o más desde la última ablación</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Pain for 3 months or more</source>
      <translation>Dolor durante 3 meses o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>6 weeks or more of conservative care failed</source>
      <translation>6 semanas o más de tratamiento conservador fracasadas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Examination recorded</source>
      <translation>Exploración registrada</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Imaging recorded</source>
      <translation>Imagen registrada</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Ablation is considered</source>
      <translation>Se considera la ablación</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>First block 80 % or more, duration compared</source>
      <translation>Primer bloqueo 80 % o más, duración comparada</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>3 levels or fewer per session</source>
      <translation>3 niveles o menos por sesión</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No further blocks of the same joint and side</source>
      <translation>No más bloqueos de la misma articulación y lado</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Prior authorization of the ablation, needed in every setting</source>
      <translation>Autorización previa de la ablación, necesaria en todos los entornos</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>6 weeks or more of therapy failed</source>
      <translation>6 semanas o más de terapia fracasadas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>3 weeks or more of an NSAID failed</source>
      <translation>3 semanas o más de un AINE fracasadas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No fusion at the levels</source>
      <translation>Sin fusión en los niveles</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>3 consecutive months of conservative care failed</source>
      <translation>3 meses seguidos de tratamiento conservador fracasados</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Two medial branch blocks, each 50 % or more</source>
      <translation>Dos bloqueos de la rama medial, cada uno 50 % o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Painful movements were possible during relief</source>
      <translation>Los movimientos dolorosos fueron posibles durante el alivio</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Fluoroscopy or CT guidance</source>
      <translation>Guía por fluoroscopia o TC</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No thoracic joints</source>
      <translation>Ninguna articulación torácica</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Ablation in the neck only at C3-4 and below</source>
      <translation>Ablación en el cuello solo en C3-4 y por debajo</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Diagnostic sessions: 4 or fewer per region in 12 months</source>
      <translation>Sesiones diagnósticas: 4 o menos por región en 12 meses</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Two medial branch blocks, each 50 % or more, duration compared</source>
      <translation>Dos bloqueos de la rama medial, cada uno 50 % o más, duración comparada</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>The blocks are on different days</source>
      <translation>Los bloqueos son en días diferentes</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Only local anesthetic injected</source>
      <translation>Solo anestésico local inyectado</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No therapeutic block in the 4 weeks before</source>
      <translation>Ningún bloqueo terapéutico en las 4 semanas anteriores</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>6 months or more since the last ablation of that side and level</source>
      <translation>6 meses o más desde la última ablación de ese lado y nivel</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>4 weeks or more of conservative care failed</source>
      <translation>4 semanas o más de tratamiento conservador fracasadas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>The two blocks are on different days</source>
      <translation>Los dos bloqueos son en días diferentes</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Two medial branch blocks, each 80 % or more, duration compared</source>
      <translation>Dos bloqueos de la rama medial, cada uno 80 % o más, duración comparada</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>3 neighbouring levels or fewer per side</source>
      <translation>3 niveles contiguos o menos por lado</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>6 months or more since the last ablation</source>
      <translation>6 meses o más desde la última ablación</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Repeat ablation: the last one gave 50 % for 12 weeks</source>
      <translation>Repetir la ablación: la última dio 50 % durante 12 semanas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Ablation sessions: 2 or fewer per region in 12 months</source>
      <translation>Sesiones de ablación: 2 o menos por región en 12 meses</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Not the third occipital nerve for headache</source>
      <translation>No el tercer nervio occipital por cefalea</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Moderate to severe, mainly axial, with a functional deficit</source>
      <translation>Moderado a intenso, principalmente axial, con déficit funcional</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No untreated radiculopathy or claudication</source>
      <translation>Sin radiculopatía ni claudicación no tratadas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No other cause explains the pain</source>
      <translation>Ninguna otra causa explica el dolor</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>First block: every indication is met</source>
      <translation>Primer bloqueo: se cumplen todas las indicaciones</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Same named scale before and after each block</source>
      <translation>La misma escala con nombre antes y después de cada bloqueo</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>One number per score, no range</source>
      <translation>Un número por puntuación, sin intervalo</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Disability scale scored before treatment</source>
      <translation>Escala de discapacidad puntuada antes del tratamiento</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>14 days or more between the blocks</source>
      <translation>14 días o más entre los bloqueos</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>A block sooner than 14 days: reason written down</source>
      <translation>Un bloqueo antes de 14 días: motivo por escrito</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No block of a joint after a successful ablation there</source>
      <translation>Ningún bloqueo de una articulación tras una ablación con éxito en ella</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Ablation is planned if the blocks are positive</source>
      <translation>La ablación está prevista si los bloqueos son positivos</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>After two blocks with a result only other levels</source>
      <translation>Después de dos bloqueos con resultado, solo otros niveles</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Repeat: the last ablation gave 50 % for 6 months, or function</source>
      <translation>Repetir: la última ablación dio 50 % durante 6 meses, o función</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Last ablation 2 years ago or less, else new diagnostic blocks</source>
      <translation>Última ablación hace 2 años o menos; si no, nuevos bloqueos diagnósticos</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Thermal ablation above 80 °C</source>
      <translation>Ablación térmica por encima de 80 °C</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Therapeutic block: two diagnostic ones before it, each 80 % or more</source>
      <translation>Bloqueo terapéutico: dos diagnósticos antes, cada uno 80 % o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Repeat therapeutic block: 50 % for 3 months, or function</source>
      <translation>Repetir el bloqueo terapéutico: 50 % durante 3 meses, o función</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Therapeutic block: reason why no ablation is possible</source>
      <translation>Bloqueo terapéutico: motivo por el que no es posible la ablación</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Therapeutic sessions: 4 or fewer per region in 12 months</source>
      <translation>Sesiones terapéuticas: 4 o menos por región en 12 meses</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>2 levels or fewer per session, a third only on appeal</source>
      <translation>2 niveles o menos por sesión, un tercero solo con apelación</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Levels are joints; both sides of one are one level</source>
      <translation>Los niveles son articulaciones; ambos lados de una son un nivel</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Region known: cervical and thoracic, or lumbar and sacral</source>
      <translation>Región conocida: cervical y torácica, o lumbar y sacra</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>One region per day</source>
      <translation>Una región por día</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>All facet blocks of a day are one session of one purpose</source>
      <translation>Todos los bloqueos facetarios de un día son una sesión de un solo propósito</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Nothing else injected that day</source>
      <translation>Nada más inyectado ese día</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No fusion or hardware at the levels</source>
      <translation>Sin fusión ni material de fijación en los niveles</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Only anesthetic injected</source>
      <translation>Solo anestésico inyectado</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Purpose of each block recorded</source>
      <translation>Propósito de cada bloqueo registrado</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Two diagnostic blocks per pain problem are usual</source>
      <translation>Lo habitual son dos bloqueos diagnósticos por problema de dolor</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Notes signed</source>
      <translation>Notas firmadas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Images of the needle position kept</source>
      <translation>Imágenes de la posición de la aguja guardadas</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Diagnosis on the covered list</source>
      <translation>Diagnóstico en la lista cubierta</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Pain still 3 of 10 or more</source>
      <translation>Dolor todavía de 3 de 10 o más</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Second block only after a positive first one</source>
      <translation>Segundo bloqueo solo tras un primero positivo</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Two blocks or fewer per joint and side</source>
      <translation>Dos bloqueos o menos por articulación y lado</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>0.5 mL or less per nerve</source>
      <translation>0.5 mL o menos por nervio</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No ultrasound: fluoroscopy or CT guidance</source>
      <translation>Sin ecografía: guía por fluoroscopia o TC</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>No therapeutic block</source>
      <translation>Ningún bloqueo terapéutico</translation>
    </message>
    <message>
      <location filename="rules" />
      <source>Thermal ablation, no other method</source>
      <translation>Ablación térmica, ningún otro método</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>PIN accepted after wrong ones</source>
      <translation>PIN aceptado después de otros erróneos</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>PIN allowed again</source>
      <translation>PIN permitido de nuevo</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>PIN set</source>
      <translation>PIN establecido</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>ablation outcome</source>
      <translation>resultado de una ablación</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>ablation recorded</source>
      <translation>ablación registrada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>access report made</source>
      <translation>informe de accesos hecho</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>addendum signed</source>
      <translation>adenda firmada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>asked before a block</source>
      <translation>preguntado antes de un bloqueo</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>authorization changed</source>
      <translation>autorización cambiada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>authorization entered</source>
      <translation>autorización anotada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>authorizations exported</source>
      <translation>autorizaciones exportadas</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>block planned</source>
      <translation>bloqueo planificado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>blocks planned from a list</source>
      <translation>bloqueos planificados desde una lista</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>call attempt</source>
      <translation>intento de llamada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>call attempt taken back</source>
      <translation>intento de llamada retirado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>call opened</source>
      <translation>llamada abierta</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>chart opened</source>
      <translation>historia abierta</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>clinic changed</source>
      <translation>clínica cambiada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>co-signature asked</source>
      <translation>cofirma pedida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>co-signature refused</source>
      <translation>cofirma rechazada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>correction notices signed</source>
      <translation>avisos de corrección firmados</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>course changed</source>
      <translation>proceso cambiado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>course opened</source>
      <translation>proceso abierto</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>day list exported</source>
      <translation>lista del día exportada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>denial changed</source>
      <translation>denegación cambiada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>denial entered</source>
      <translation>denegación anotada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>directory changed</source>
      <translation>directorio cambiado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>draft discarded</source>
      <translation>borrador descartado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>draft restored</source>
      <translation>borrador recuperado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>draft shown</source>
      <translation>borrador mostrado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>draft started</source>
      <translation>borrador iniciado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>emergency access begun</source>
      <translation>acceso de emergencia iniciado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>emergency access ended</source>
      <translation>acceso de emergencia terminado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>emergency access told</source>
      <translation>acceso de emergencia comunicado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>enclosure added</source>
      <translation>anexo añadido</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>enclosure entered in error</source>
      <translation>anexo registrado por error</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>enclosure opened</source>
      <translation>anexo abierto</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>enclosure printed</source>
      <translation>anexo impreso</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>enclosure saved as a file</source>
      <translation>anexo guardado como archivo</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>enclosure saved as a locked copy</source>
      <translation>anexo guardado como copia protegida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>fax cover made</source>
      <translation>portada de fax hecha</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>figures exported</source>
      <translation>cifras exportadas</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>first person added</source>
      <translation>primera persona añadida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>follow-up call</source>
      <translation>llamada de seguimiento</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>handout ordered</source>
      <translation>hoja ordenada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>handout printed</source>
      <translation>hoja impresa</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>handout saved as a file</source>
      <translation>hoja guardada como archivo</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>handout saved as a locked copy</source>
      <translation>hoja guardada como copia protegida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>handout shown</source>
      <translation>hoja mostrada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>judgement kept</source>
      <translation>valoración conservada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>letterhead picture changed</source>
      <translation>imagen del membrete cambiada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>letterhead picture removed</source>
      <translation>imagen del membrete quitada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>lots exported</source>
      <translation>lotes exportados</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>lots searched</source>
      <translation>lotes buscados</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>merged records separated</source>
      <translation>registros unidos separados</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>new passphrase by recovery code</source>
      <translation>nueva frase de contraseña con el código de recuperación</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>note signed</source>
      <translation>nota firmada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>nurse list made</source>
      <translation>lista de enfermería hecha</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>packet made</source>
      <translation>paquete hecho</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>packet ordered</source>
      <translation>paquete ordenado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>packet printed</source>
      <translation>paquete impreso</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>packet saved as a file</source>
      <translation>paquete guardado como archivo</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>packet saved as a locked copy</source>
      <translation>paquete guardado como copia protegida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper co-signed</source>
      <translation>documento cofirmado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper did not come out</source>
      <translation>el documento no salió</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper failed</source>
      <translation>documento fallido</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper file checked</source>
      <translation>archivo de documento comprobado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper given</source>
      <translation>documento entregado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper not printed</source>
      <translation>documento no impreso</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper opened</source>
      <translation>documento abierto</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper ordered</source>
      <translation>documento ordenado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper printed</source>
      <translation>documento impreso</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper put back on the list</source>
      <translation>documento devuelto a la lista</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper saved as a file</source>
      <translation>documento guardado como archivo</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper saved as a locked copy</source>
      <translation>documento guardado como copia protegida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper sent to the printer</source>
      <translation>documento enviado a la impresora</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>paper taken off the list</source>
      <translation>documento retirado de la lista</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>papers opened</source>
      <translation>documentos abiertos</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>passphrase changed</source>
      <translation>frase de contraseña cambiada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>passphrase reset</source>
      <translation>frase de contraseña restablecida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>patient added</source>
      <translation>paciente añadido</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>patient changed</source>
      <translation>paciente cambiado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>patients exported</source>
      <translation>pacientes exportados</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>people imported</source>
      <translation>personas importadas</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>person added</source>
      <translation>persona añadida</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>person removed</source>
      <translation>persona eliminada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>phrases changed</source>
      <translation>frases cambiadas</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>physician of the draft</source>
      <translation>médico del borrador</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>plan confirmed at the time-out</source>
      <translation>plan confirmado en la pausa de seguridad</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>plan corrected at the time-out</source>
      <translation>plan corregido en la pausa de seguridad</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>planned blocks exported</source>
      <translation>bloqueos planificados exportados</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>preset changed</source>
      <translation>preajuste cambiado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>recovery code replaced</source>
      <translation>código de recuperación sustituido</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>recovery recorded after signing</source>
      <translation>recuperación registrada después de firmar</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>response signed</source>
      <translation>respuesta firmada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>rows of a list saved</source>
      <translation>filas de una lista guardadas</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>rule set added</source>
      <translation>conjunto de reglas añadido</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>rule set reviewed</source>
      <translation>conjunto de reglas revisado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>rule set taken back into use</source>
      <translation>conjunto de reglas puesto de nuevo en uso</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>rule set withdrawn</source>
      <translation>conjunto de reglas retirado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>signed paper ordered</source>
      <translation>documento firmado ordenado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>template changed</source>
      <translation>plantilla cambiada</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>time-out completed</source>
      <translation>pausa de seguridad completa</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>time-out stopped: answers disagree</source>
      <translation>pausa de seguridad detenida: las respuestas no concuerdan</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>two records compared</source>
      <translation>dos registros comparados</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>two records merged</source>
      <translation>dos registros unidos</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>unlocked</source>
      <translation>desbloqueado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>user changed</source>
      <translation>usuario cambiado</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>wrong PIN</source>
      <translation>PIN erróneo</translation>
    </message>
    <message>
      <location filename="audit" />
      <source>wrong passphrase at a signature</source>
      <translation>frase de contraseña errónea en una firma</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>no joint</source>
      <translation>ninguna articulación</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>No joint completed</source>
      <translation>Ninguna articulación completa</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>left {0}</source>
      <translation>izquierda {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>right {0}</source>
      <translation>derecha {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>bilateral {0}</source>
      <translation>bilateral {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} left</source>
      <translation>{0} izquierda</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} right</source>
      <translation>{0} derecha</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>nerve {0}</source>
      <translation>nervio {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>nerves {0}</source>
      <translation>nervios {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>1 target</source>
      <translation>1 punto</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} targets</source>
      <translation>{0} puntos</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Also covers {0}</source>
      <translation>También cubre {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} not fully blocked: {1} missing</source>
      <translation>{0}: no bloqueado por completo, falta {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>birth date</source>
      <translation>fecha de nacimiento</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>day</source>
      <translation>día</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Which side?</source>
      <translation>¿Qué lado?</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>The text says both sides; the record has {0}.</source>
      <translation>El texto dice ambos lados; el registro tiene: {0}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>The text says {0}; the record has {1}.</source>
      <translation>El texto dice: {0}; el registro tiene: {1}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>The text names {0}, which is not recorded.</source>
      <translation>El texto nombra {0}, que no está registrado.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>numb or weak {0}</source>
      <translation>entumecimiento o debilidad: {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} region</source>
      <translation>región {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>lot {0}</source>
      <translation>lote {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} % or more from {1} to {2} after the block</source>
      <translation>{0} % o más de {1} a {2} después del bloqueo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} % or more from {1} to at least {2} after the block</source>
      <translation>{0} % o más de {1} hasta al menos {2} después del bloqueo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} % or more at {1} after the block</source>
      <translation>{0} % o más a {1} después del bloqueo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>more than {0} % from {1} to {2} after the block</source>
      <translation>más de {0} % de {1} a {2} después del bloqueo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>more than {0} % from {1} to at least {2} after the block</source>
      <translation>más de {0} % de {1} hasta al menos {2} después del bloqueo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>100 % from {0} to {1} after the block</source>
      <translation>100 % de {0} a {1} después del bloqueo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} not met</source>
      <translation>{0} no se cumplen</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} not yet</source>
      <translation>{0} todavía no</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} does not apply</source>
      <translation>{0} no procede</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} do not apply</source>
      <translation>{0} no proceden</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{what} {day1} to {day2}, {count} visits: {outcome}</source>
      <translation>{what} {day1} a {day2}, {count} visitas: {outcome}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{what} {day1} to {day2}: {outcome}</source>
      <translation>{what} {day1} a {day2}: {outcome}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{what} from {day1}: {outcome}</source>
      <translation>{what} desde {day1}: {outcome}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>You attest the sections by {who}: {items}</source>
      <translation>Usted certifica las secciones de {who}: {items}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>ODI</source>
      <translation>ODI</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>NDI</source>
      <translation>NDI</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>walking</source>
      <translation>marcha</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>strength and feeling</source>
      <translation>fuerza y sensibilidad</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>instructions</source>
      <translation>instrucciones</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>diary</source>
      <translation>diario</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>escort</source>
      <translation>acompañante</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>discharge time</source>
      <translation>hora del alta</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>LEFT</source>
      <translation>IZQUIERDA</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>RIGHT</source>
      <translation>DERECHA</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>seen from behind</source>
      <translation>vista desde atrás</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Both</source>
      <translation>Ambos</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Not able</source>
      <translation>No puede</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>arm</source>
      <translation>brazo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>leg</source>
      <translation>pierna</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>window {0}</source>
      <translation>ventana {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Block {0}, {1}</source>
      <translation>Bloqueo {0}, {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} {1} to {2}</source>
      <translation>{0} {1} a {2}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} of {1}: {2}</source>
      <translation>{0} de {1}: {2}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} medial branch</source>
      <translation>Rama medial {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} dorsal ramus</source>
      <translation>Ramo dorsal {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>third occipital nerve</source>
      <translation>tercer nervio occipital</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>tip of the TP (varies), {0}</source>
      <translation>punta de la AT (varía), {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>SAP/TP junction as in the lumbar spine, {0}</source>
      <translation>unión AAS/AT como en la columna lumbar, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>SAP/TP junction, {0}</source>
      <translation>unión AAS/AT, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>waist of the {0} articular pillar</source>
      <translation>cintura del pilar articular {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>waist of the {0} articular pillar, slightly above its middle</source>
      <translation>cintura del pilar articular {0}, algo por encima de su mitad</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} joint line, three points: above, on and below the joint</source>
      <translation>línea articular {0}, tres puntos: encima, sobre y debajo de la articulación</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>above the superolateral corner of the TP, {0}</source>
      <translation>encima del ángulo superolateral de la AT, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>junction of {0} SAP and sacral ala</source>
      <translation>unión de la AAS de {0} y el ala sacra</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>superolateral TP at the SAP/TP junction, {0}</source>
      <translation>AT superolateral en la unión AAS/AT, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} SAP, from its apex to the SAP/TP junction</source>
      <translation>AAS de {0}, desde su vértice hasta la unión AAS/AT</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>superolateral edge of the TP, {0}</source>
      <translation>borde superolateral de la AT, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>diagnostic medial branch block</source>
      <translation>bloqueo diagnóstico de la rama medial</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>therapeutic medial branch block</source>
      <translation>bloqueo terapéutico de la rama medial</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>side and levels</source>
      <translation>lado y niveles</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>the patient's answer</source>
      <translation>la respuesta del paciente</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>who is present</source>
      <translation>quién está presente</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>full name</source>
      <translation>nombre completo</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>date of birth</source>
      <translation>fecha de nacimiento</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>site mark</source>
      <translation>marca del sitio</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>images up</source>
      <translation>imágenes a la vista</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>drug labelled</source>
      <translation>fármaco rotulado</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>procedure</source>
      <translation>procedimiento</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>written, {0}</source>
      <translation>escrito, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>verbal, {0}</source>
      <translation>verbal, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>written and verbal, {0}</source>
      <translation>escrito y verbal, {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>lidocaine</source>
      <translation>lidocaine</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>bupivacaine</source>
      <translation>bupivacaine</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>ropivacaine</source>
      <translation>ropivacaine</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>levobupivacaine</source>
      <translation>levobupivacaine</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>mepivacaine</source>
      <translation>mepivacaine</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>chloroprocaine</source>
      <translation>chloroprocaine</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>iohexol</source>
      <translation>iohexol</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>iopamidol</source>
      <translation>iopamidol</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>gadobutrol</source>
      <translation>gadobutrol</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>dexamethasone</source>
      <translation>dexamethasone</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>methylprednisolone</source>
      <translation>methylprednisolone</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>triamcinolone</source>
      <translation>triamcinolone</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>betamethasone</source>
      <translation>betamethasone</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>midazolam</source>
      <translation>midazolam</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>fentanyl</source>
      <translation>fentanyl</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>propofol</source>
      <translation>propofol</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>diazepam</source>
      <translation>diazepam</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>lorazepam</source>
      <translation>lorazepam</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>It is not known whether an authorization covers the plan: {0}.</source>
      <translation>No se sabe si una autorización cubre el plan: {0}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Authorization {0} does not cover the plan: {1}.</source>
      <translation>La autorización {0} no cubre el plan: {1}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>No authorization is needed, somebody entered: {0}.</source>
      <translation>No hace falta autorización, según anotó alguien: {0}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>The authorization is requested, not decided: {0}.</source>
      <translation>La autorización está solicitada, no decidida: {0}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} not in our record and {1} not in our record</source>
      <translation>sin dato en nuestro registro: {0} y {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} not in our record, {1} not in our record and {2} not in our record</source>
      <translation>sin dato en nuestro registro: {0}, {1} y {2}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} not in our record, {1} not in our record, {2} not in our record and {3} not in our record</source>
      <translation>sin dato en nuestro registro: {0}, {1}, {2} y {3}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>This block is on the list already at {0}.</source>
      <translation>Este bloqueo ya está en la lista a las {0}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>The patient has another block on this day at {0}: {1}. Plan a second one in the chart.</source>
      <translation>El paciente tiene otro bloqueo este día a las {0}: {1}. Planifique un segundo en la historia.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>without it the paper would not say {0}</source>
      <translation>sin ello el documento no diría {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>without them the paper would not say {0}</source>
      <translation>sin ellos el documento no diría {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} used emergency access on {1} at {2}. Reason given: {3}. No chart was opened.</source>
      <translation>{0} usó el acceso de emergencia el {1} a las {2}. Motivo indicado: {3}. No se abrió ninguna historia.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} used emergency access on {1} at {2}. Reason given: {3}. Charts opened: {4}.</source>
      <translation>{0} usó el acceso de emergencia el {1} a las {2}. Motivo indicado: {3}. Historias abiertas: {4}.</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>epinephrine none</source>
      <translation>sin epinefrina</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>Nerves {0} on each side, {1}</source>
      <translation>Nervios {0} en cada lado, {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} continued</source>
      <translation>{0} continuado</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} stopped</source>
      <translation>{0} suspendido</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} stopped {1}</source>
      <translation>{0} suspendido {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>left {0} not in it</source>
      <translation>no figura en ella: izquierda {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>right {0} not in it</source>
      <translation>no figura en ella: derecha {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>bilateral {0} not in it</source>
      <translation>no figura en ella: bilateral {0}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>left {0} not in it and {1}</source>
      <translation>no figura en ella: izquierda {0}, y {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>right {0} not in it and {1}</source>
      <translation>no figura en ella: derecha {0}, y {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>bilateral {0} not in it and {1}</source>
      <translation>no figura en ella: bilateral {0}, y {1}</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} joints planned</source>
      <translation>{0} articulaciones planificadas</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{0} approved</source>
      <translation>{0} aprobadas</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{day1} lies before its first day</source>
      <translation>el {day1} es anterior a su primer día</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>{day1} lies after its last day</source>
      <translation>el {day1} es posterior a su último día</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>apixaban</source>
      <translation>apixaban</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>warfarin</source>
      <translation>warfarin</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>rivaroxaban</source>
      <translation>rivaroxaban</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>dabigatran</source>
      <translation>dabigatran</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>clopidogrel</source>
      <translation>clopidogrel</translation>
    </message>
    <message>
      <location filename="levels" />
      <source>aspirin</source>
      <translation>aspirin</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>Skin anesth.</source>
      <translation>Anestésico cutáneo</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>Steroid</source>
      <translation>Esteroide</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>Sedation</source>
      <translation>Sedación</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>Images</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>Complications</source>
      <translation>Complicaciones</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>{0} at {1}</source>
      <translation>{0} en {1}</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>negative, {0} of {1}</source>
      <translation>negativa, {0} de {1}</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>negative, all {0}</source>
      <translation>{0} negativas</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>{0} {1} mgI/mL</source>
      <translation>{0} {1} mgI/mL</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>each</source>
      <translation>cada uno</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>{0} mL{1}</source>
      <translation>{0} mL{1}</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>{0} mL in all</source>
      <translation>{0} mL en total</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>in {0} mL</source>
      <translation>en {0} mL</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>{0} {1} mg{2}{3}</source>
      <translation>{0} {1} mg{2}{3}</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>none saved</source>
      <translation>ninguna guardada</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>{0} saved</source>
      <translation>{0} guardadas</translation>
    </message>
    <message>
      <location filename="performed_words" />
      <source>{0} G</source>
      <translation>{0} G</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>{0}, {1} mL in all</source>
      <translation>{0}, {1} mL en total</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>{0} s</source>
      <translation>{0} s</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>{0} mGy</source>
      <translation>{0} mGy</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>Nobody asked the patient about a blood thinner. The note says so.</source>
      <translation>Nadie ha preguntado al paciente por un anticoagulante. La nota lo dice.</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>Nobody asked the patient about allergies. The note says so.</source>
      <translation>Nadie ha preguntado al paciente por alergias. La nota lo dice.</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>Nobody asked the patient about allergies or a blood thinner. The note says so.</source>
      <translation>Nadie ha preguntado al paciente por alergias ni por un anticoagulante. La nota lo dice.</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>on each side</source>
      <translation>en cada lado</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>, {0} not injected: {1}</source>
      <translation>, {0} no inyectadas: {1}</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>Nerves {0}{1}, {2} {3}{4}</source>
      <translation>Nervios {0}{1}, {2} {3}{4}</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>epinephrine not recorded</source>
      <translation>epinefrina no registrada</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>epinephrine {0}</source>
      <translation>epinefrina {0}</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>the plan of {0}</source>
      <translation>el plan del {0}</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>the plan</source>
      <translation>el plan</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>the plan as corrected at the time-out</source>
      <translation>el plan corregido en la pausa de seguridad</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>Differs from {0}: {1} was planned</source>
      <translation>Difiere de {0}: estaba planificado {1}</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>Differs from the time-out: {0} was named there</source>
      <translation>Difiere de la pausa de seguridad: allí se nombró {0}</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>the room time-out</source>
      <translation>la pausa de seguridad de la sala</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>Matches {0}</source>
      <translation>Coincide con {0}</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>There is no plan and no room time-out to compare with</source>
      <translation>No hay plan ni pausa de seguridad en la sala con los que comparar</translation>
    </message>
    <message>
      <location filename="read_back" />
      <source>You attest the sections by {0}</source>
      <translation>Usted certifica las secciones de {0}</translation>
    </message>
  </context>
  <context>
    <name>AheadPage</name>
    <message>
      <location filename="ahead_page" />
      <source>Ask the patient</source>
      <translation>Preguntar</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Nurse list</source>
      <translation>Lista enfermería</translation>
    </message>
    <message>
      <location filename="ahead_page" />
      <source>Open the chart</source>
      <translation>Historia</translation>
    </message>
  </context>
  <context>
    <name>AnalyticsPage</name>
    <message>
      <location filename="addenda_rows" />
      <source>Open</source>
      <translation>Abierto</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Reached</source>
      <translation>Alcanzado</translation>
    </message>
    <message>
      <location filename="analytics_page" />
      <source>Time</source>
      <translation>Tiempo</translation>
    </message>
  </context>
  <context>
    <name>AnestheticPanel</name>
    <message>
      <location filename="anesthetic_panel" />
      <source>None</source>
      <translation>Ninguna</translation>
    </message>
  </context>
  <context>
    <name>CallsPage</name>
    <message>
      <location filename="analytics_page" />
      <source>Reached</source>
      <translation>Hechas</translation>
    </message>
    <message>
      <location filename="call_words" />
      <source>Due</source>
      <translation>Ahora</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>Later</source>
      <translation>Luego</translation>
    </message>
    <message>
      <location filename="calls_page" />
      <source>After RFA</source>
      <translation>Tras RFA</translation>
    </message>
  </context>
  <context>
    <name>ChartPage</name>
    <message>
      <location filename="chart_overview" />
      <source>RFA readiness</source>
      <translation>Requisitos RFA</translation>
    </message>
    <message>
      <location filename="chart_page" />
      <source>Coding</source>
      <translation>Códigos</translation>
    </message>
  </context>
  <context>
    <name>FigureCard</name>
    <message>
      <location filename="call_sheet" />
      <source>Chart</source>
      <translation>Gráfico</translation>
    </message>
  </context>
  <context>
    <name>LetterPreview</name>
    <message>
      <location filename="letter_preview" />
      <source>both sides</source>
      <translation>ambas caras</translation>
    </message>
  </context>
  <context>
    <name>LevelsPanel</name>
    <message>
      <location filename="levels_panel" />
      <source>Bilateral</source>
      <translation>Ambos</translation>
    </message>
  </context>
  <context>
    <name>LotsPage</name>
    <message>
      <location filename="course_fields" />
      <source>From</source>
      <translation>Desde</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>To</source>
      <translation>Hasta</translation>
    </message>
    <message>
      <location filename="given_card" />
      <source>Record</source>
      <translation>Registro</translation>
    </message>
  </context>
  <context>
    <name>NavRail</name>
    <message>
      <location filename="frame" />
      <source>Lock</source>
      <translation>Bloquear</translation>
    </message>
  </context>
  <context>
    <name>NewPassphrase</name>
    <message>
      <location filename="new_passphrase" />
      <source>Strength</source>
      <translation>Seguridad</translation>
    </message>
  </context>
  <context>
    <name>PayerPage</name>
    <message>
      <location filename="analytics_page" />
      <source>All</source>
      <translation>Todas</translation>
    </message>
  </context>
  <context>
    <name>PlanCard</name>
    <message>
      <location filename="day_list_card" />
      <source>Plan</source>
      <translation>Planificar</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <location filename="given_card" />
      <source>Record</source>
      <translation>Registro</translation>
    </message>
    <message>
      <location filename="performed_details" />
      <source>About</source>
      <translation>Acerca de</translation>
    </message>
  </context>
  <context>
    <name>Stamps</name>
    <message>
      <location filename="room_stamps" />
      <source>stopped</source>
      <translation>detenida</translation>
    </message>
  </context>
  <context>
    <name>TodayPage</name>
    <message>
      <location filename="chart_overview" />
      <source>Block</source>
      <translation>N.º</translation>
    </message>
    <message>
      <location filename="letters_page" />
      <source>Document</source>
      <translation>Documentar</translation>
    </message>
  </context>
  <context>
    <name>Workplace</name>
    <message>
      <location filename="workplace" />
      <source>Follow-up calls</source>
      <translation>Llamadas</translation>
    </message>
  </context>
  <context>
    <name>ahead</name>
    <message>
      <location filename="addenda_rows" />
      <source>Open</source>
      <translation>Por hacer</translation>
    </message>
  </context>
  <context>
    <name>authorization</name>
    <message>
      <location filename="authorization_words" />
      <source>Expired</source>
      <translation>Vencida</translation>
    </message>
  </context>
  <context>
    <name>course</name>
    <message>
      <location filename="course_fields" />
      <source>From</source>
      <translation>Desde</translation>
    </message>
    <message>
      <location filename="course_fields" />
      <source>To</source>
      <translation>Hasta</translation>
    </message>
  </context>
  <context>
    <name>denial</name>
    <message>
      <location filename="addenda_rows" />
      <source>Open</source>
      <translation>Abiertas</translation>
    </message>
  </context>
  <context>
    <name>letters</name>
    <message>
      <location filename="coding_view" />
      <source>Copy</source>
      <translation>Copia</translation>
    </message>
  </context>
  <context>
    <name>room</name>
    <message>
      <location filename="room_stamps" />
      <source>Time-out</source>
      <translation>Pausa</translation>
    </message>
  </context>
  <context>
    <name>rules</name>
    <message>
      <location filename="enclosures_list" />
      <source>from {0}</source>
      <translation>desde {0}</translation>
    </message>
  </context>
</TS>
