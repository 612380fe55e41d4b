#include "tests/chaos/scene.h"
#include "tests/chaos/judge.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tincan::chaos {

namespace {

constexpr int patienceMs = 30'000;

bool eventually(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, patienceMs);
}

} // namespace

Scene::Scene()
    : m_server(qEnvironmentVariable("TINCAND"),
               {u"--data"_s, m_data.filePath(u"server"_s), u"--flood-limit"_s, u"off"_s}),
      m_proxy(1)
{
    m_proxy.setWeather(Weather::calm());
    QObject::connect(&m_server, &ServerProcess::listening, &m_proxy, &TroubledProxy::setServer);
    QObject::connect(&m_server, &ServerProcess::gone, &m_proxy, [this](int status) {
        m_proxy.setServer(0);
        m_status = status;
        m_isGone = true;
    });
}

bool Scene::opens()
{
    m_server.start();
    return eventually([this] { return m_server.port() != 0; });
}

bool Scene::dies()
{
    m_server.kill();
    return ends(-1);
}

bool Scene::terminates()
{
    m_server.terminate();
    return ends(0);
}

bool Scene::ends(int status)
{
    m_isGone = false;
    return eventually([this] { return m_isGone; }) && m_status == status;
}

std::unique_ptr<NativeMember> Scene::comes(const QString &name, const QString &copy)
{
    Access access{m_proxy.port(), false, false};
    access.copy = copy.isEmpty() ? copy : m_data.filePath(copy);
    auto member = std::make_unique<NativeMember>(name, access, m_ledger, 1);
    const bool isThere = eventually([&member] { return member->isQuiet(); });
    return isThere ? std::move(member) : nullptr;
}

int Scene::says(NativeMember &member, const QString &words)
{
    const int number = m_ledger.nextNumber();
    m_ledger.add({.author = member.name(), .text = Ledger::text(number, words)});
    member.say(number);
    return number;
}

QStringList Scene::verdict(const QList<NativeMember *> &members)
{
    QList<NativeMember *> all = members;
    const auto auditor = comes(u"auditor"_s);
    all.append(auditor.get());
    const auto haveAll = [&all, &auditor] {
        return std::all_of(all.cbegin(), all.cend(), [&auditor](const NativeMember *member) {
            return member->isQuiet() && member->lastSeen() == auditor->lastSeen();
        });
    };
    if (!auditor || !eventually(haveAll)) {
        QStringList conditions{u"they do not agree"_s};
        for (const NativeMember *member : std::as_const(all)) {
            conditions += member ? member->condition() : u"nobody comes in any more"_s;
        }
        return conditions;
    }
    for (NativeMember *member : std::as_const(all)) {
        member->readBack();
        if (member->lastSeen() > 0 && !eventually([member] { return member->hasReadBack(); })) {
            return {u"history does not come: "_s + member->condition()};
        }
    }
    const Judge judge(auditor->seen(), m_ledger);
    QStringList wrong = judge.everything();
    for (const NativeMember *member : std::as_const(all)) {
        wrong += member->complaints() + judge.differs(member->name(), member->seen());
    }
    return wrong;
}

} // namespace tincan::chaos
