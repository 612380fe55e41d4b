#include "ui/widgets/aboutdialog.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/programicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSslSocket>
#include <QSysInfo>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <qrencode.h>
#include <unicode/uversion.h>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

struct Library
{
    QString name;
    QString version; ///< as it runs; empty where it does not say
    QString licence;
};

QString icuVersion()
{
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(version);
    u_versionToString(version, text);
    return QString::fromLatin1(text);
}

/// Qt has "OpenSSL 3.0.15 3 Sep 2024".
QString openSslVersion()
{
    return QSslSocket::sslLibraryVersionString().section(u' ', 1, 1);
}

QList<Library> libraries()
{
    return {{u"Qt"_s, QString::fromLatin1(qVersion()), u"LGPL 3"_s},
            {u"ICU"_s, icuVersion(), u"Unicode License"_s},
            {u"OpenSSL"_s, openSslVersion(), u"Apache 2.0"_s},
            {u"SQLite"_s, {}, u"Public domain"_s},
            {u"md4c"_s, {}, u"MIT"_s},
            {u"libqrencode"_s, QString::fromLatin1(QRcode_APIVersionString()), u"LGPL 2.1"_s}};
}

QString version()
{
    return QStringLiteral(TINCAN_VERSION);
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Tincan"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(12);
    rows->addWidget(makeHead());
    QTreeWidget *list = makeLibraries();
    rows->addWidget(makeLabelFor(list, tr("Made with these libraries:")));
    rows->addWidget(list, 1);
    rows->addWidget(makeButtons());
    resize(440, 360);
}

QWidget *AboutDialog::makeHead()
{
    auto *head = new QWidget;
    auto *across = new QHBoxLayout(head);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(16);
    auto *picture = new QLabel;
    picture->setPixmap(programIcon().pixmap(64));
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    //: %1: a version
    words->addWidget(makeLabel(tr("Tincan %1").arg(version()), LabelKind::Heading));
    words->addWidget(makeLabel(tr("Chat that hosts its own rooms. No account, no cloud."), LabelKind::Hint));
    words->addWidget(makeLabel(tr("© 2026 The Tincan authors. MIT License."), LabelKind::Hint));
    across->addWidget(picture, 0, Qt::AlignTop);
    across->addLayout(words, 1);
    return head;
}

QTreeWidget *AboutDialog::makeLibraries()
{
    auto *list = new QTreeWidget;
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Library"), tr("Version"), tr("Licence")});
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const auto all = libraries();
    for (const Library &library : all)
        new QTreeWidgetItem(list, {library.name, library.version, library.licence});
    list->setCurrentItem(list->topLevelItem(0));
    return list;
}

QWidget *AboutDialog::makeButtons()
{
    auto *row = new QWidget;
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(10);
    auto *copy = new QPushButton(tr("Copy Details"));
    auto *close = new QPushButton(tr("Close"));
    copy->setAutoDefault(false);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(details()); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    across->addWidget(copy);
    across->addStretch(1);
    across->addWidget(close);
    return row;
}

QString AboutDialog::details()
{
    QStringList lines{u"Tincan "_s + version()};
    const auto all = libraries();
    for (const Library &library : all)
        lines.append((library.name + u' ' + library.version + u" ("_s + library.licence + u')').simplified());
    lines.append(u"%1, %2, %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                     QGuiApplication::platformName()));
    return lines.join(u'\n');
}

} // namespace tincan
