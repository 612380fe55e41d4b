#pragma once

#include "server/directory.h"
#include "server/nameregister.h"

namespace tincan {

/// Says who may be called what: a name is free where nobody has it, and it belongs to no other key.
class NameDesk
{
public:
    struct Parts ///< all must outlive the desk
    {
        Directory &people;
        const Limits &limits;
        NameKeeper *keeper; ///< may be null
        const Clock &clock;
        DeadlineQueue &deadlines;
    };
    explicit NameDesk(const Parts &parts);

    /// For somebody with this key, perhaps a member already.
    bool isFree(const QString &name, const QByteArray &key, const MemberId &except = {}) const;
    /// Whether it is this key's, and no other's.
    bool belongsTo(const QString &name, const QByteArray &key) const;
    /// Empty: it is no key's.
    QByteArray keyOf(const QString &name) const { return m_register.keyOf(name); }
    /// The name, or the first variant of it that is free.
    QString freeVariant(const QString &name, const QByteArray &key) const;

    /// Makes the member's name its key's, where it chose the name, has a key, and no other key was faster;
    /// says in the record what came of it.
    void verify(MemberRecord &record);

private:
    Parts m_parts;
    NameRegister m_register;
};

} // namespace tincan
