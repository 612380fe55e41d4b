#include "ui/models/authortable.h"

namespace tincan {

int AuthorTable::indexOf(const Author &author)
{
    const QString key = author.id.value() + QChar(u'\n') + author.name + QChar(u'\n') + wireName(author.via);
    const auto known = m_index.constFind(key);
    if (known != m_index.cend()) {
        return *known;
    }
    const int index = int(m_authors.size());
    m_authors.append(author);
    m_index.insert(key, index);
    return index;
}

} // namespace tincan
