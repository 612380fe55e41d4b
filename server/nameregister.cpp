#include "server/nameregister.h"

#include "protocol/clock.h"

#include <algorithm>
#include <set>

namespace tincan {

NameRegister::NameRegister(const Parts &parts) : m_parts(parts)
{
    load();
}

NameRegister::~NameRegister()
{
    if (m_saving.isPending())
        save();
}

void NameRegister::load()
{
    if (!m_parts.keeper)
        return;
    QList<RegisteredName> names = m_parts.keeper->load();
    std::stable_sort(names.begin(), names.end(), [](const RegisteredName &a, const RegisteredName &b) {
        return a.lastUsed < b.lastUsed;
    });
    if (names.size() > qsizetype(mostNames))
        names = names.last(qsizetype(mostNames));
    for (const RegisteredName &name : std::as_const(names)) {
        // What looks like what may have changed with the system's ICU.
        if (m_index.areAll(name.name, [](Number) { return false; }))
            add(name);
    }
}

bool NameRegister::allows(const QString &name, const QByteArray &key) const
{
    return m_index.areAll(name,
                          [this, &key](Number owner) { return m_names.find(owner)->second.key == key; });
}

QByteArray NameRegister::keyOf(const QString &name) const
{
    const Number *owner = m_index.find(name);
    return owner ? m_names.find(*owner)->second.key : QByteArray();
}

void NameRegister::claim(const QString &name, const QByteArray &key)
{
    Q_ASSERT(!key.isEmpty() && allows(name, key));
    std::set<Number> before;
    m_index.areAll(name, [&before](Number owner) { return before.insert(owner).second || true; });
    for (const Number number : before)
        erase(number);
    add({name, key, m_parts.clock.utc()});
    if (countOf(key) > mostOfOneKey)
        dropLeastUsed(key);
    if (m_names.size() > mostNames)
        dropLeastUsed({});
    saveLater();
}

void NameRegister::add(const RegisteredName &name)
{
    const Number number = ++m_lastNumber;
    m_index.insert(name.name, number);
    m_names.emplace(number, name);
}

void NameRegister::erase(Number number)
{
    const auto name = m_names.find(number);
    m_index.remove(name->second.name);
    m_names.erase(name);
}

/// Of this key's names, or of all where there is none.
void NameRegister::dropLeastUsed(const QByteArray &key)
{
    for (const auto &[number, name] : m_names) {
        if ((key.isEmpty() || name.key == key) && !m_parts.isInUse(name.name)) {
            erase(number);
            return;
        }
    }
}

std::size_t NameRegister::countOf(const QByteArray &key) const
{
    return std::size_t(std::count_if(m_names.begin(), m_names.end(),
                                     [&key](const auto &entry) { return entry.second.key == key; }));
}

void NameRegister::saveLater()
{
    if (m_parts.keeper && !m_saving.isPending())
        m_saving = m_parts.deadlines.in(saveAfterMs, [this] { save(); });
}

void NameRegister::save()
{
    QList<RegisteredName> names;
    names.reserve(qsizetype(m_names.size()));
    for (const auto &entry : m_names)
        names.append(entry.second);
    m_parts.keeper->save(names);
}

} // namespace tincan
