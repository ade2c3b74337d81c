/** Where everything lies in a station's data folder. Hospital IT copies the whole of it; `window` holds only what can be rebuilt. */
export function layoutOf(data: string) {
  return {
    data,
    lock: `${data}/in-use`,
    identity: `${data}/identity.json`,
    card: `${data}/station.json`,
    key: `${data}/station.key`,
    look: `${data}/look.json`,
    plan: `${data}/plan.json`,
    /** The drill's own station: another folder, realm, journal, roster. */
    drill: `${data}/drill`,
    drillMark: `${data}/drill-mark.json`,
    drillLogs: `${data}/drill-logs`,
    /** The hospital's lists: shared by the openings of this station, of its own realm only. */
    reference: `${data}/reference`,
    referenceCard: (kind: string) => `${data}/reference/${kind}.json`,
    referenceMapping: `${data}/reference-mapping.json`,
    referenceParts: `${data}/reference/parts`,
    sheets: `${data}/sheets.json`,
    inventory: `${data}/inventory.json`,
    /** Only while a ceremony runs. */
    ceremony: `${data}/ceremony.json`,
    slowing: `${data}/slowing.json`,
    maintenance: `${data}/maintenance.json`,
    maintenanceSlowing: `${data}/maintenance-slowing.json`,
    ballast: `${data}/ballast`,
    stationJournal: `${data}/station`,
    accounts: `${data}/accounts`,
    account: (envelope: number) => `${data}/accounts/envelope-${envelope}.age`,
    incidents: `${data}/incidents`,
    incident: (incident: string) => incidentLayout(`${data}/incidents/${incident}`),
    /** The window's own folder (Chromium's profile): IndexedDB and caches. */
    window: `${data}/window`,
  } as const
}

function incidentLayout(folder: string) {
  return {
    folder,
    journal: `${folder}/journal`,
    files: `${folder}/files`,
    drafts: `${folder}/drafts`,
    restart: `${folder}/restart`,
    /** Keys of the hospital's lists, under this incident's data key. */
    reference: `${folder}/reference`,
    snapshot: `${folder}/snapshot.json`,
  } as const
}

export type Layout = ReturnType<typeof layoutOf>
