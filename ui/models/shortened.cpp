#include "ui/models/shortened.h"

#include "protocol/textsanitizer.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace tincan {

QString shortened(const QString &text, qsizetype count)
{
    const QString cut = truncated(text, count);
    if (cut.size() == text.size())
        return text;
    QTextBoundaryFinder boundaries(QTextBoundaryFinder::Grapheme, text);
    boundaries.setPosition(cut.size());
    if (boundaries.isAtBoundary())
        return cut;
    return text.first(std::max<qsizetype>(0, boundaries.toPreviousBoundary()));
}

} // namespace tincan
