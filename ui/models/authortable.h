#pragma once

#include "protocol/roomevent.h"

#include <QHash>
#include <QList>

namespace tincan {

/// The people of a conversation, each stored once, however much they say.
class AuthorTable
{
public:
    int indexOf(const Author &author); ///< adds who is new; the same id under another name is another entry
    const Author &at(int index) const { return m_authors.at(index); }

private:
    QList<Author> m_authors;
    QHash<QString, int> m_index;
};

} // namespace tincan
