#include "ui/models/nameorder.h"

#include <QLocale>

namespace tincan {

QCollator nameOrder()
{
    const QLocale reader = QLocale().collation();
    QCollator order(reader.language() == QLocale::C ? QLocale(QLocale::English)
                                                    : reader); // C sorts by code point
    order.setCaseSensitivity(Qt::CaseInsensitive);
    order.setNumericMode(true);
    return order;
}

} // namespace tincan
