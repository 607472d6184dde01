import type { WordLists } from '../concreteness.ts';
import { stateNames } from './stateNames.ts';
import { wordings } from './wordings.ts';

/** The English lists. */
export const en: WordLists = {
  common: wordings(`
    the | of | and | to | in | a | is | are | be | with | for | that | their | by | we | should | shall | will | its |
    or | at | as | on | these | this | have | has | not | no | each | where | an | than | must | may | all | from |
    it | into | which | between | was | were | any | other | been | those
  `),
  months: wordings(`
    january | february | march | april | may | june | july | august | september | october | november | december
  `),
  numbers: wordings(`
    one | two | three | four | five | six | seven | eight | nine | ten | twelve | twenty | eleven | thirteen |
    fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | thirty | forty | fifty | sixty | seventy |
    eighty | ninety | hundred
  `),
  openings: wordings(`
    recalling | recognizing | reaffirming | noting | noting with concern | noting with appreciation | welcoming |
    stressing | emphasizing | acknowledging | bearing in mind | having considered | having regard to |
    taking into account | taking note of | considering | convinced | aware | mindful | guided by | concerned |
    deeply concerned | gravely concerned | expressing concern | expressing its appreciation | underlining |
    underscoring | affirming | alarmed | encouraged by | conscious | recognising | emphasising | desiring |
    determined | inspired by | pursuant to | alarmed by | further recalling | also recalling | further noting |
    also noting
  `),
  actors: [
    ...wordings(`
    states | state | member states | governments | government | national governments | authorities |
    national authorities | ministry | ministries | countries | parliament* | municipalit* | cities |
    local authorities | employers | trade unions | civil society | private sector | donors | consulates | embassies |
    secretary-general | general assembly | secretariat | united nations | african union | asean | iom | unhcr | ilo |
    unodc | icao | oecd | unicef | undp | world health organization | world bank | un women | academi* |
    regional consultative processes | compact | each country | every country | host country | co-chairs | chair |
    bureau of the <any> | president | special rapporteur* | special representative* | high commissioner* |
    director general | director-general | court* | prosecutor* | police | border guards | border authorities |
    border police | law enforcement | labour inspector* | consulate | embassy | consular officer* | consular posts |
    diplomatic missions | employer | companies | businesses | enterprises |  recruitment agencies |
    banks | money transfer operators | airlines | carriers | universities | schools | hospitals | mayors |
    ombudsperson* |  national human rights institution* | non-governmental organizations | ngos |
    civil society organizations | diaspora organizations | migrant associations | chambers of commerce | red cross |
    red crescent | icrc | interpol | europol | frontex | ohchr | unctad | unesco | unfpa | desa | un-habitat | itu |
    wto | world food programme | fao | imf | ecowas | igad | mercosur | organization of american states | osce |
    council of europe | league of arab states | regional economic communities | global forum | task force |
    working group | signatories | parties | we commit to | we will | we shall | we undertake | we decide | agencies |
    agency | institutions | regional organizations | international organizations | social partners
  `),
    ...stateNames.en,
  ],
  actions: wordings(`
    publish* | issue | issues | issued | train | trains | trained | report | reports | submit* | collect | collects |
    collected | establish | establishes | established | set up | is set up | open | opens | opened | reduce |
    reduces | reduced | include | includes | including basic | end | ends | finance | finances | financed | fund |
    funds | funded | create | creates | created | register* | adopt | adopts | adopted | ratif* | abolish* |
    appoint* | launch* | carry out | conduct* | identify | map | implement | bring together | integrat* | equip |
    put in place | putting in place | prioritize | build capacity | sign | signs | provide information | translate* |
    waive* | repeal* | record | recorded | share best practices | provide capacity building | weave* | abolition of |
    allocate | allocates | allocated | amend | amends | amended | assign | assigns | assigned | audited | authorize |
    authorizes | authorized | ban | bans | banned | build | builds | built | circulate | circulates | circulated |
    codif* | compile | compiles | compiled | conclude | concludes | concluded | convene | convenes | convened |
    criminaliz* | decriminaliz* | deliver | delivers | delivered | deploy | deploys | deployed | designate |
    designates | designated | digitiz* | disburse* | disseminat* | distribut* | draft | drafts | drafted | draw up |
    draws up | drawn up | eliminate | eliminates | eliminated | enact* | exempt | exempts | exempted | expunge* |
    grant | granted | hire | hires | hired | inspect | inspects | inspected | introduce | introduces | introduced |
    investigate | investigates | investigated | make available | makes available | made available | make public |
    makes public | made public | negotiate | negotiates | negotiated | notify | notifies | notified | organize |
    organizes | organized | outlaw* | pay | pays | paid | penaliz* | pilot | pilots | piloted | prohibit* |
    prosecute | prosecutes | prosecuted | recruit | recruits | recruited | refer | refers | referred | regulariz* |
    reimburse* | release | releases | released | remove | removes | removed | replace | replaces | replaced | rescue |
    rescues | rescued | revoke* | sanctioned | send | sends | sent | suspend | suspends | suspended | tabulate* |
    terminate | terminates | terminated | transfer | transferred | transmit* | transpose* | verify | verifies |
    verified | withdraw | withdraws | withdrawn | write | writes | written | install | installs | installed | equips |
    equipped | mapped | implements | implemented | prepare | prepares | prepared | put an end to | puts an end to |
    put an end | provide training | incorporate | incorporates | incorporated into | delete | deletes
  `),
  deadlines: wordings(`
    by <year> | by <month> <year> | by <n> <month> <year> | by the end of <year> | by end <year> | by end of <year> |
    by the end of <month> | before <year> | before <month> <year> | before the end of <year> | no later than |
    not later than | within <n> years | within <n> months | within <n> weeks | within <n> days | within one year |
    within a year | in <n> years | until <year> | at its <any> session | at its next session | from <year> |
    every year | annually | every <n> years | every six months | between now and <year> | by the year <year> |
    by <month> | by mid <year> | by early <year> | by late <year> | by the beginning of <year> |
    by the middle of <year> | by the end of the year | by the end of <month> <year> | by no later than |
    at the latest | before <n> <month> <year> | before <n> <month> | before the end of the year |
    before the end of <month> | before the next | before its next | prior to its next | prior to the next |
    by the next | by its next | by the time of | in the course of <year> | during <year> |
    in the <any> quarter of <year> | in the <any> half of <year> | by the <any> quarter of <year> |
    within the next <n> years | within the next <n> months | over the next <n> years | over the next <n> months |
    in the next <n> years | in the next <n> months | within the year | within <n> working days | within a month |
    within a week | within six months | within half a year | from <month> <year> | from <n> <month> <year> |
    starting in <year> | as of <year> | as of <n> <month> <year> | as of <month> <year> | beginning in <year> |
    each year | once a year | twice a year | at the next session | at its <any> meeting | on <n> <month> <year> |
    until <n> <month> <year> | until <month> <year> | between <year> and <year>
  `),
  measures: wordings(`
    <n> per cent | <n> percent | <n> % | at least <n> | at most <n> | less than <n> | more than <n> of |
    in every <any> | in each <any> | the number of | share of | rate of | proportion of | ratio of | indicator* |
    baseline | measured by | <code> | <n> out of | halve | halved | double | doubled | threshold | no fewer than <n> |
    not fewer than <n> | no less than <n> | not less than <n> | no more than <n> | not more than <n> |
    fewer than <n> | up to <n> | a minimum of <n> | a maximum of <n> | from <n> to <n> | by <n> per cent |
    to <n> per cent | percentage of | one in <n> | <n> in every <n> | half of | one third of | two thirds of |
    by half | by a third | triple | tripled | reduced by half | target of <n> |  measured against |
    as measured by | benchmark* | quota* | all of the <n> | numbers of
  `),
  vague: wordings(`
    strengthen* | promot* | consider | considers | consideration | considered | encourag* | enhanc* | facilitat* |
    foster* | support | supports | explor* | further efforts | improv* | recogniz* | underline* | reaffirm* | strive |
    endeavour* | as appropriate | where appropriate | clear common vision | prioritiz* | leverag* | where possible |
    whenever possible | to the extent possible | as far as possible | if possible | where feasible | where necessary |
    where needed | as necessary | as needed | if appropriate | in accordance with national priorities |
    in line with national priorities | subject to national circumstances | in accordance with national circumstances |
    work towards | works towards | working towards | work toward | seek to | seeks to | aim to | aims to | aim at |
    make every effort | take all necessary measures | all necessary measures | necessary measures |
    appropriate measures | take steps | appropriate steps | efforts to | redouble* | step up efforts |
    stepping up efforts | intensif* | reinforc* | bolster* | boost* | deepen* | contribute to | contributes to |
    raise awareness | raising awareness | awareness-raising | build on | holistic | comprehensive approach |
    balanced approach | synergies | mainstream* | pay attention | greater attention | due attention |
    particular attention | special attention | be mindful of | engage with | emphasiz* | tackle* |
    combat* | cooperate | cooperates | collaborate | collaborates | remain committed | remains committed |
    committed to | play a role | key role | enabling environment | look into | reflect on | discuss |
    take into account | take note | pursue | advance the | address | addresses | addressed | addressing | empower* | ensure the full | stimulat* |
    nurtur* | optimiz* | maximiz* | upscal* | scale up
  `),
};
