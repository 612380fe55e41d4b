#pragma once

#include "server/deadlinequeue.h"
#include "server/nameindex.h"
#include "server/namekeeper.h"

#include <functional>
#include <map>

namespace tincan {

/// Which names belong to which keys on this server: whoever proved to have a key, and had a name, is the only
/// one who can have it again. Bounded: past the bounds the names go that were not used for longest, but none
/// that somebody has now.
class NameRegister
{
public:
    static constexpr std::size_t mostNames = 10'000;
    static constexpr std::size_t mostOfOneKey = 16; ///< nobody shall use up the register alone
    static constexpr int saveAfterMs = 2'000;       ///< what happens meanwhile is saved with it

    struct Parts
    {
        NameKeeper *keeper = nullptr; ///< none: nothing outlasts the register; must else outlive it
        const Clock &clock;           ///< must outlive the register, as must the deadlines
        DeadlineQueue &deadlines;
        std::function<bool(const QString &name)> isInUse;
    };
    explicit NameRegister(const Parts &parts);
    ~NameRegister(); ///< saves what is not saved yet

    /// Whether neither the name nor one that looks like it belongs to another key. An empty key is nobody's.
    bool allows(const QString &name, const QByteArray &key) const;

    /// Whose name it is; empty: nobody's.
    QByteArray keyOf(const QString &name) const;

    /// The name is this key's from now on, or still, and was used now. It must be allowed.
    void claim(const QString &name, const QByteArray &key);

    std::size_t size() const { return m_names.size(); }

private:
    using Number = quint64; ///< counts up with each claim, so the least recently used is the lowest
    void load();
    void add(const RegisteredName &name);
    void erase(Number number);
    void dropLeastUsed(const QByteArray &key);
    std::size_t countOf(const QByteArray &key) const;
    void saveLater();
    void save();

    Parts m_parts;
    std::map<Number, RegisteredName> m_names;
    NameIndex<Number> m_index;
    Number m_lastNumber = 0;
    Deadline m_saving;
};

} // namespace tincan
