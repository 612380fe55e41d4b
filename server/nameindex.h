#pragma once

#include <QHash>
#include <QString>

namespace tincan {

/// What a name is mistaken for. Two names that share either form must not stand beside one another.
struct NameLikeness
{
    QString read; ///< what is left without case, width and style: Ada, ADA and Ａｄａ, and Аda in Cyrillic
    QString seen; ///< as its letters look where they stand, without case: AI and Al, rn and m

    friend bool operator==(const NameLikeness &, const NameLikeness &) = default;
};

/// By NFKC, case folding and the confusable characters of UTS 39, whatever their script.
NameLikeness likenessOf(const QString &name);

/// Whose names are whose, by their likeness: no two names in it are mistaken for one another.
template <typename Owner>
class NameIndex
{
public:
    /// The name must be isFreeFor() its owner.
    void insert(const QString &name, const Owner &owner)
    {
        const NameLikeness likeness = likenessOf(name);
        m_read.insert(likeness.read, owner);
        m_seen.insert(likeness.seen, owner);
    }
    void remove(const QString &name)
    {
        const NameLikeness likeness = likenessOf(name);
        m_read.remove(likeness.read);
        m_seen.remove(likeness.seen);
    }

    /// Whose name reads like this one; null where it is nobody's.
    const Owner *find(const QString &name) const { return found(m_read, likenessOf(name).read); }

    /// Whether every name that this one can be mistaken for has an owner that is `accepted`.
    template <typename Accepted>
    bool areAll(const QString &name, const Accepted &accepted) const
    {
        const NameLikeness likeness = likenessOf(name);
        const Owner *reader = found(m_read, likeness.read);
        const Owner *seer = found(m_seen, likeness.seen);
        return (!reader || accepted(*reader)) && (!seer || accepted(*seer));
    }

private:
    static const Owner *found(const QHash<QString, Owner> &owners, const QString &form)
    {
        const auto owner = owners.constFind(form);
        return owner == owners.constEnd() ? nullptr : &*owner;
    }

    QHash<QString, Owner> m_read;
    QHash<QString, Owner> m_seen;
};

} // namespace tincan
