#include "ui/models/typingpeople.h"

#include "ui/models/isolated.h"

#include <QTimer>

namespace tincan {

TypingPeople::TypingPeople(QObject *parent, int holds) : QObject(parent), m_holds(holds) {}

TypingPeople::~TypingPeople() = default;

void TypingPeople::hear(const MemberId &member, const QString &name)
{
    if (const auto known = m_people.constFind(member); known != m_people.cend()) {
        known->timer->start(m_holds);
        return;
    }
    if (m_people.size() >= most) {
        return;
    }
    const std::shared_ptr<QTimer> timer(new QTimer, [](QTimer *gone) { gone->deleteLater(); });
    timer->setSingleShot(true);
    connect(timer.get(), &QTimer::timeout, this, [this, member] { stop(member); });
    timer->start(m_holds);
    m_people.insert(member, {name, timer});
    Q_EMIT changed();
}

void TypingPeople::stop(const MemberId &member)
{
    if (m_people.remove(member) > 0) {
        Q_EMIT changed();
    }
}

void TypingPeople::clear()
{
    if (!m_people.isEmpty()) {
        m_people.clear();
        Q_EMIT changed();
    }
}

QString TypingPeople::text() const
{
    QStringList names;
    for (const Person &person : m_people) {
        names.append(isolated(person.name));
    }
    names.sort(Qt::CaseInsensitive);
    if (names.isEmpty()) {
        return {};
    }
    if (names.size() == 1) {
        return tr("%1 is typing…").arg(names.first());
    }
    if (names.size() == 2) {
        return tr("%1 and %2 are typing…").arg(names.first(), names.last());
    }
    return tr("%n people are typing…", nullptr, int(names.size()));
}

} // namespace tincan
