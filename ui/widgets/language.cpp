#include "ui/widgets/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

/// A static library's resources are there only once somebody asks for them, which works outside of any
/// namespace only.
static void bringTranslations()
{
    Q_INIT_RESOURCE(translations);
}

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

bool isChinese(LanguageChoice choice)
{
    switch (choice) {
    case LanguageChoice::System:
        return QLocale::system().language() == QLocale::Chinese;
    case LanguageChoice::English:
        return false;
    case LanguageChoice::Chinese:
        return true;
    }
    Q_UNREACHABLE();
}

QLocale localeFor(LanguageChoice choice, bool chinese)
{
    if (choice == LanguageChoice::System)
        return QLocale::system();
    return chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English);
}

/// Its owner is the application, which forgets it when it goes.
void install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void applyLanguage(QCoreApplication &application, LanguageChoice choice)
{
    bringTranslations();
    qDeleteAll(application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
    const bool chinese = isChinese(choice);
    QLocale::setDefault(localeFor(choice, chinese));
    if (chinese)
        install(application, u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English has a file, too: for its plurals.
    install(application, chinese ? u"tincan_zh_CN"_s : u"tincan_en"_s, u":/translations"_s);
}

} // namespace tincan
