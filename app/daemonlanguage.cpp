#include "app/daemonlanguage.h"

#include <QCoreApplication>
#include <QTranslator>

/// A static library's resources are there only once somebody asks for them, which works outside of any
/// namespace only.
static void bringTranslations()
{
    Q_INIT_RESOURCE(translations);
}

using namespace Qt::StringLiterals;

namespace tincan {

bool useLanguage(const QString &name)
{
    if (name == "en"_L1)
        return true;
    bringTranslations();
    auto *translator = new QTranslator(qApp);
    const bool known = name == "zh_CN"_L1 && translator->load(u"tincan_"_s + name, u":/translations"_s);
    return known && QCoreApplication::installTranslator(translator);
}

} // namespace tincan
