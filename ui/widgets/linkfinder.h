#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace tincan {

/// A web or room address inside a text.
struct FoundLink
{
    int start = 0;
    int length = 0;
    QUrl url;
};

/// Finds http, https and tincan addresses written out in a text. Punctuation that ends a sentence and
/// brackets that were opened before the address stay outside.
QList<FoundLink> findLinks(const QString &text);

} // namespace tincan
