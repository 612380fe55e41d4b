#include "ui/widgets/actiontext.h"

#include <QRegularExpression>

namespace tincan {

QString actionText(QString text, bool bare)
{
    static const QRegularExpression mark(QStringLiteral("\\(&.\\)|&"));
    text.remove(mark);
    return bare ? text.remove(u'…') : text;
}

} // namespace tincan
