#include "tests/chaos/ledger.h"

using namespace Qt::StringLiterals;

namespace tincan::chaos {

QString Ledger::text(int number, const QString &rest)
{
    return u"m%1 %2"_s.arg(number).arg(rest);
}

int Ledger::numberOf(QStringView text)
{
    const qsizetype end = text.indexOf(u' ');
    return text.startsWith(u'm') && end > 1 ? text.mid(1, end - 1).toInt() : 0;
}

Saying &Ledger::add(const Saying &saying)
{
    m_sayings.append(saying);
    m_sayings.last().number = int(m_sayings.size());
    ++m_open;
    return m_sayings.last();
}

const Saying *Ledger::find(int number) const
{
    return number > 0 && number <= m_sayings.size() ? &m_sayings[number - 1] : nullptr;
}

const Saying *Ledger::find(const PostId &post) const
{
    return find(m_posts.value(post));
}

void Ledger::posted(int number, const PostId &post)
{
    at(number).post = post;
    m_posts.insert(post, number);
}

void Ledger::acknowledge(int number)
{
    Saying &saying = at(number);
    m_open -= isOpen(saying) ? 1 : 0;
    m_acknowledged += saying.acknowledged ? 0 : 1;
    saying.acknowledged = true;
}

void Ledger::acknowledge(const PostId &post)
{
    if (const int number = m_posts.value(post); number > 0) {
        acknowledge(number);
    }
}

void Ledger::abandon(int number)
{
    Saying &saying = at(number);
    m_open -= isOpen(saying) ? 1 : 0;
    saying.abandoned = true;
}

void Ledger::refuse(const PostId &post)
{
    if (const int number = m_posts.value(post); number > 0) {
        Saying &saying = at(number);
        m_open -= isOpen(saying) ? 1 : 0;
        saying.refused = true;
    }
}

bool Ledger::isOpen(const Saying &saying)
{
    return !saying.acknowledged && !saying.abandoned && !saying.refused;
}

} // namespace tincan::chaos
