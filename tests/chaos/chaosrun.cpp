#include "tests/chaos/chaosrun.h"
#include "tests/chaos/judge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan::chaos {

namespace {

constexpr int mostOpen = 200; // messages under way at once
constexpr qint64 patienceMs = 60'000;

QStringList serverOptions(const ChaosOptions &options)
{
    const QStringList store =
        options.data.isEmpty() ? QStringList{u"--memory"_s} : QStringList{u"--data"_s, options.data};
    return store + QStringList{u"--flood-limit"_s, u"off"_s};
}

} // namespace

ChaosRun::ChaosRun(const ChaosOptions &options)
    : m_options(options), m_dice(options.seed), m_server(options.server, serverOptions(options)),
      m_proxy(m_dice.seed()), m_talk(m_ledger, m_dice.seed())
{
    connect(&m_server, &ServerProcess::listening, this, &ChaosRun::serverListens);
    connect(&m_server, &ServerProcess::gone, this, &ChaosRun::serverGone);
    connect(&m_server, &ServerProcess::broken, this,
            [this](const QString &why) { fail(u"the server: "_s + why); });
    connect(&m_tick, &QTimer::timeout, this, &ChaosRun::tick);
}

void ChaosRun::start()
{
    m_clock.start();
    m_sinceProgress.start();
    m_server.start();
}

void ChaosRun::serverListens(quint16 port)
{
    m_proxy.setServer(port);
    if (m_natives.empty()) {
        comeIn();
        m_tick.start(2);
    }
}

void ChaosRun::serverGone()
{
    m_proxy.setServer(0);
    QTimer::singleShot(m_dice.upTo(300), this, [this] { m_server.start(); });
}

void ChaosRun::comeIn()
{
    for (int place = 0; place < m_options.natives; ++place) {
        m_natives.push_back(newNative(place));
    }
    for (int place = 0; place < m_options.plains; ++place) {
        m_plains.push_back(
            std::make_unique<PlainMember>(u"p%1"_s.arg(place), m_proxy.port(), m_ledger, m_dice.seed()));
    }
}

/// Each life has another name: the server keeps that of a lost member for a while.
std::unique_ptr<NativeMember> ChaosRun::newNative(int place, const QSet<int> &open)
{
    const QString name = u"n%1.%2"_s.arg(place).arg(++m_lives);
    Access access{m_proxy.port(), place % 2 == 1, place % 4 >= 2};
    if (place % 8 < 4) {
        access.copy = u"%1/copy%2"_s.arg(m_options.copies).arg(place);
        access.open = open;
    }
    return std::make_unique<NativeMember>(name, access, m_ledger, m_dice.seed());
}

void ChaosRun::tick()
{
    watchProgress();
    switch (m_stage) {
    case Stage::Storm:
        m_ledger.sayings().size() < m_options.messages ? talkOn() : calmDown();
        break;
    case Stage::Calm:
        if (isSettled()) {
            readBack();
        }
        break;
    case Stage::ReadingBack:
        if (hasReadBack()) {
            judge();
        }
        break;
    case Stage::Over:
        break;
    }
}

void ChaosRun::talkOn()
{
    for (int burst = m_dice.upTo(3); burst > 0 && m_ledger.open() < mostOpen; --burst) {
        m_talk.oneMore(m_natives, m_plains);
    }
    for (; m_struckAt < m_ledger.acknowledged(); ++m_struckAt) {
        strike();
    }
}

/// Called once for each acknowledged message; what happens, happens a little later, so that it falls
/// anywhere.
void ChaosRun::strike()
{
    const auto soon = [this](auto what) {
        QTimer::singleShot(m_dice.upTo(30), this, [this, what] {
            if (m_stage == Stage::Storm) {
                (this->*what)();
            }
        });
    };
    if (m_dice.oneIn(m_options.cutEvery)) {
        soon(&ChaosRun::cutSomething);
    }
    if (m_dice.oneIn(m_options.deathEvery)) {
        soon(&ChaosRun::dropSomebody);
    }
    if (m_options.killEvery > 0 && m_dice.oneIn(m_options.killEvery)) {
        soon(&ChaosRun::killServer);
    }
}

void ChaosRun::cutSomething()
{
    const QList<Crossing *> &crossings = m_proxy.crossings();
    if (crossings.isEmpty()) {
        return;
    }
    Crossing *const crossing = crossings[m_dice.upTo(int(crossings.size()) - 1)];
    switch (m_dice.upTo(5)) {
    case 0:
        ++m_tally.halfCloses;
        crossing->halfClose(Crossing::Direction::ToServer);
        break;
    case 1:
        ++m_tally.halfCloses;
        crossing->halfClose(Crossing::Direction::ToClient);
        break;
    case 2:
        ++m_tally.stalls;
        crossing->stall(m_dice.between(100, 5000));
        break;
    case 3:
        ++m_tally.cuts;
        crossing->reset();
        break;
    default:
        ++m_tally.cuts;
        crossing->close();
        break;
    }
}

void ChaosRun::dropSomebody()
{
    ++m_tally.clientDeaths;
    const int who = m_dice.upTo(m_options.natives + m_options.plains - 1);
    if (who >= m_options.natives) {
        m_plains[std::size_t(who - m_options.natives)]->hangUp();
        return;
    }
    std::unique_ptr<NativeMember> &place = m_natives[std::size_t(who)];
    for (const QString &complaint : place->complaints()) {
        m_failures.append(complaint);
    }
    const QSet<int> open = place->open();
    place.reset(); // first: its next life opens the same copy
    place = newNative(who, open);
}

void ChaosRun::killServer()
{
    if (m_server.port() == 0) {
        return;
    }
    ++m_tally.serverDeaths;
    m_dice.oneIn(5) ? m_server.terminate() : m_server.kill();
}

void ChaosRun::calmDown()
{
    m_stage = Stage::Calm;
    m_proxy.setWeather(Weather::calm());
    const Access access{m_proxy.port(), false, false};
    m_auditor = std::make_unique<NativeMember>(u"auditor"_s, access, m_ledger, m_dice.seed());
}

bool ChaosRun::isSettled() const
{
    const Seq head = m_auditor->lastSeen();
    return m_ledger.open() == 0 && m_auditor->isQuiet() &&
           std::all_of(m_plains.cbegin(), m_plains.cend(),
                       [](const auto &plain) { return plain->isQuiet(); }) &&
           std::all_of(m_natives.cbegin(), m_natives.cend(), [head](const auto &native) {
               return native->isQuiet() && native->lastSeen() == head;
           });
}

void ChaosRun::readBack()
{
    m_stage = Stage::ReadingBack;
    m_auditor->readBack();
    for (const auto &native : m_natives) {
        native->readBack();
    }
}

bool ChaosRun::hasReadBack() const
{
    return m_auditor->hasReadBack() && std::all_of(m_natives.cbegin(), m_natives.cend(),
                                                   [](const auto &native) { return native->hasReadBack(); });
}

void ChaosRun::judge()
{
    const Judge judge(m_auditor->seen(), m_ledger);
    m_failures += judge.everything();
    m_failures += m_auditor->complaints();
    for (const auto &native : m_natives) {
        m_failures += native->complaints();
        m_failures += judge.differs(native->name(), native->seen());
    }
    for (const auto &plain : m_plains) {
        m_failures += plain->complaints();
        for (const QList<int> &numbers : plain->heard()) {
            m_failures += judge.heardOutOfOrder(plain->name(), numbers);
        }
    }
    finish();
}

void ChaosRun::watchProgress()
{
    qint64 progress = m_ledger.acknowledged();
    for (const auto &native : m_natives) {
        progress += native->seen().size();
    }
    if (progress != m_progress || m_stage == Stage::Over) {
        m_progress = progress;
        m_sinceProgress.restart();
    } else if (m_sinceProgress.hasExpired(patienceMs)) {
        reportConditions();
        fail(u"nothing went on for %1 s"_s.arg(patienceMs / 1000));
    }
}

void ChaosRun::reportConditions()
{
    m_failures.append(u"%1 messages are neither stored nor given up"_s.arg(m_ledger.open()));
    for (const auto &native : m_natives) {
        m_failures += native->condition();
        m_failures += native->complaints();
    }
    for (const auto &plain : m_plains) {
        m_failures += plain->condition();
        m_failures += plain->complaints();
    }
    if (m_auditor) {
        m_failures += m_auditor->condition();
    }
}

void ChaosRun::fail(const QString &what)
{
    m_failures.append(what);
    finish();
}

void ChaosRun::finish()
{
    if (m_stage != Stage::Over) {
        m_stage = Stage::Over;
        m_tick.stop();
        Q_EMIT finished();
    }
}

QString ChaosRun::summary() const
{
    return u"seed %1: %2 said, %3 acknowledged, %4 in the log; %5 cuts, %6 half-closed, %7 stalled; %8 "
           u"clients and "
           "%9 times the server dropped; "_s.arg(m_options.seed)
               .arg(m_ledger.sayings().size())
               .arg(m_ledger.acknowledged())
               .arg(m_auditor ? m_auditor->seen().size() : 0)
               .arg(m_tally.cuts)
               .arg(m_tally.halfCloses)
               .arg(m_tally.stalls)
               .arg(m_tally.clientDeaths)
               .arg(m_tally.serverDeaths) +
           u"%1 s"_s.arg(double(m_clock.elapsed()) / 1000, 0, 'f', 1);
}

} // namespace tincan::chaos
