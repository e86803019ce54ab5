import type zh from './zh.ts'

const en: typeof zh = {
  kind: {
    PROVINCE: 'Province', PREFECTURE: 'Prefecture', DISTRICT: 'District', SUBDISTRICT: 'Subdistrict', TOWN: 'Town', TOWNSHIP: 'Township', SPECIAL_AREA: 'Special area',
    RESIDENTS_COMMITTEE: "Residents' committee", VILLAGERS_COMMITTEE: "Villagers' committee", RESIDENTS_AREA: "Like a residents' committee", VILLAGERS_AREA: "Like a villagers' committee",
  },
  division: {
    all: 'Divisions', about: 'By the 12-digit statistical code, down to the committee.', tree: 'Tree of divisions', find: 'Name, pinyin or code', findHint: 'e.g. 馨佳园, xjy, 310113', kind: 'Kind', parentCode: 'Parent code', ended: 'Ended', withEnded: 'With ended ones',
    name: 'Name', code: 'Code', path: 'Full name', pinyin: 'Pinyin', validFrom: 'From', validTo: 'Until', none: 'No division matches; change the filters.', gone: 'No such division.', isEnded: 'Ended', current: 'Current',
    facts: 'Division', parent: 'Above', predecessors: 'Made from', children: 'Below it ({n})', asList: 'As a list',
  },
  community: { one: 'Town-managed community', all: 'Town-managed communities' },
  grid: { one: 'Grid', all: 'Grids', add: 'New grid', name: 'Name of the grid', code: 'Code', none: 'No grids yet.', hint: 'Its code follows from the committee.' },
  cell: { one: 'Neighbourhood cell', all: 'Neighbourhood cells', add: 'New cell', name: 'Name of the cell', none: 'No cells yet.', hint: 'A cell holds 150 to 300 households.' },
  building: {
    all: 'Buildings and door codes', about: 'One QR code a building: it says which committee and grid it belongs to, and nothing of who lives there.', address: 'Address', addressHint: 'Down to the building: 菊盛路99弄4号', committee: 'Committee', committeeHint: 'Choose a committee.', epoch: 'Code edition', createdAt: 'Entered',
    none: 'No building matches.', gone: 'No such building.', add: 'New building', revise: 'Revise', facts: 'Building', count: '{n} buildings',
    print: 'Print door codes', printTitle: 'Door codes ({n})', printAbout: 'Three in a row on A4; put them up at the entrance.', code: 'Door code', codeOf: 'Door code of {address}', codeInvites: 'Scan to see who looks after this building', codeSays: 'The page it opens needs no sign-in and shows nobody who lives there.', codeTry: 'See that page',
    renew: 'Renew the code', renewSays: 'The code on the door stops working at once; print and put up the new one.',
  },
  door: { committee: 'Committee', says: 'Ask your committee at its office, or the grid worker.', privacy: 'This page says which committee and grid the building belongs to; it collects nothing about you.', unknown: 'This code is no longer valid', unknownSays: 'It may have been renewed: scan the new one at the entrance, or ask your committee.' },
}

export default en
