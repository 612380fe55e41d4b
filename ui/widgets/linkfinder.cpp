#include "ui/widgets/linkfinder.h"

#include <QRegularExpression>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

/// Ends at white space, quotes, angle brackets, and the punctuation of Chinese and Japanese.
const QRegularExpression &address()
{
    static const QRegularExpression expression(
        uR"((?<![A-Za-z0-9+.\-])(?:https?|tincan)://[^\s<>"\x{00AB}\x{00BB}\x{2018}-\x{201F}\x{2026}\x{3000}-\x{303F}\x{FF01}-\x{FF0F}\x{FF1A}-\x{FF20}\x{FF3B}-\x{FF40}\x{FF5B}-\x{FF65}]+)"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return expression;
}

QChar openerOf(QChar closer)
{
    switch (closer.unicode()) {
    case u')':
        return u'(';
    case u']':
        return u'[';
    case u'}':
        return u'{';
    default:
        return {};
    }
}

/// How much of a run of address characters is the address.
qsizetype addressLength(QStringView run)
{
    while (!run.isEmpty()) {
        const QChar last = run.last();
        const QChar opener = openerOf(last);
        const bool stray =
            opener.isNull() ? u".,;:!?'*_~"_s.contains(last) : run.count(last) > run.count(opener);
        if (!stray) {
            break;
        }
        run.chop(1);
    }
    return run.size();
}

} // namespace

QList<FoundLink> findLinks(const QString &text)
{
    QList<FoundLink> links;
    if (!text.contains("://"_L1)) {
        return links;
    }
    for (auto matches = address().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype length = addressLength(match.capturedView());
        const QUrl url(text.mid(match.capturedStart(), length), QUrl::TolerantMode);
        if (url.isValid() && !url.host().isEmpty()) {
            links.append({int(match.capturedStart()), int(length), url});
        }
    }
    return links;
}

} // namespace tincan
