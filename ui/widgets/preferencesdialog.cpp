#include "ui/widgets/preferencesdialog.h"

#include "ui/client/messagecopy.h"
#include "ui/models/joinform.h"
#include "ui/models/mentions.h"
#include "ui/models/preferences.h"
#include "ui/widgets/keepchoice.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolledpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QTabWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// A box of choices, of which `current` is chosen; `take` gets what is chosen from then on.
template <typename Choice, typename Take>
QComboBox *choices(const QList<std::pair<QString, Choice>> &all, Choice current, Take take)
{
    auto *box = new QComboBox;
    for (const auto &[words, choice] : all) {
        box->addItem(words);
        if (choice == current)
            box->setCurrentIndex(box->count() - 1);
    }
    QObject::connect(box, &QComboBox::activated, box, [all, take](int index) { take(all.at(index).second); });
    return box;
}

/// Where a row wraps, the layout reckons with less than a field needs.
void keepHeight(QWidget *field)
{
    field->ensurePolished();
    field->setMinimumHeight(field->sizeHint().height());
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences &preferences, MessageCopy *copy, QWidget *parent)
    : QDialog(parent), m_preferences(preferences), m_pages(new QTabWidget)
{
    setWindowTitle(tr("Preferences"));
    setMinimumWidth(420);
    addGeneral(copy);
    addLook();
    addNotifications();
    addHosting();
    auto *done = new QPushButton(tr("Done"));
    done->setDefault(true);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    rows->addWidget(m_pages, 1);
    rows->addWidget(done, 0, Qt::AlignRight);
}

QFormLayout *PreferencesDialog::addPage(const QString &title)
{
    auto *page = new QWidget;
    auto *rows = new QFormLayout(page);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setVerticalSpacing(12);
    rows->setHorizontalSpacing(16);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_pages->addTab(new ScrolledPage(page), title);
    return rows;
}

void PreferencesDialog::addRow(QFormLayout *rows, const QString &label, QWidget *field)
{
    keepHeight(field);
    QLabel *words = makeLabelFor(field, label);
    words->setMinimumHeight(field->sizeHint().height()); // in the middle of the row
    rows->addRow(words, field);
}

void PreferencesDialog::addGeneral(MessageCopy *copy)
{
    QFormLayout *rows = addPage(tr("General"));
    addName(rows);
    addRow(rows, tr("Send messages with"),
           choices<bool>({{tr("Enter"), true}, {tr("Ctrl+Enter"), false}}, m_preferences.enterSends(),
                         [this](bool enter) { m_preferences.setEnterSends(enter); }));
    // A language is called by its own name, whatever is spoken now.
    addRow(rows, tr("Language"),
           choices<LanguageChoice>({{tr("As the system"), LanguageChoice::System},
                                    {u"English"_s, LanguageChoice::English},
                                    {u"简体中文"_s, LanguageChoice::Chinese}},
                                   m_preferences.language(),
                                   [this](LanguageChoice choice) { m_preferences.setLanguage(choice); }));
    auto *typing = new QCheckBox(tr("Show who is typing, and tell others when I am"));
    typing->setChecked(m_preferences.showsTyping());
    connect(typing, &QCheckBox::toggled, &m_preferences, &Preferences::setShowsTyping);
    rows->addRow(typing);
    if (copy)
        addCopy(rows, *copy);
}

void PreferencesDialog::addCopy(QFormLayout *rows, MessageCopy &copy)
{
    auto *keep = new QCheckBox(tr("Keep a copy of conversations on this computer"));
    keep->setChecked(m_preferences.keepsCopy());
    keep->setToolTip(tr("What you have seen is there at the next start, also without a connection."));
    connect(keep, &QCheckBox::toggled, &m_preferences, &Preferences::setKeepsCopy);
    rows->addRow(keep);

    auto *wipe = new QPushButton(tr("Delete the Copy Now"));
    wipe->setAutoDefault(false);
    QLabel *outcome = makeLabel({}, LabelKind::Hint);
    connect(wipe, &QPushButton::clicked, &copy, &MessageCopy::wipe);
    connect(&copy, &MessageCopy::wiped, outcome, [outcome] { outcome->setText(tr("It is deleted.")); });
    connect(&copy, &MessageCopy::failed, outcome, [outcome](const QString &detail) {
        outcome->setText(tr("It could not be deleted. %1").arg(detail));
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(wipe);
    row->addWidget(outcome, 1);
    rows->addRow(row);
}

void PreferencesDialog::addName(QFormLayout *rows)
{
    const QString name = m_preferences.userName();
    auto *field = new QLineEdit(name.isEmpty() ? systemUserName() : name);
    QLabel *problem = makeLabel({}, LabelKind::Error);
    problem->hide();
    addRow(rows, tr("Your name"), field);
    rows->addRow(problem);
    connect(field, &QLineEdit::editingFinished, this, [this, field, problem] {
        const QString wrong = JoinForm::userNameProblem(field->text());
        showError(problem, wrong);
        if (wrong.isEmpty())
            m_preferences.setUserName(field->text().trimmed());
    });
}

void PreferencesDialog::addLook()
{
    QFormLayout *rows = addPage(tr("Look"));
    addRow(rows, tr("Appearance"),
           choices<SchemeChoice>({{tr("As the system"), SchemeChoice::System},
                                  {tr("Light"), SchemeChoice::Light},
                                  {tr("Dark"), SchemeChoice::Dark}},
                                 m_preferences.scheme(),
                                 [this](SchemeChoice choice) { m_preferences.setScheme(choice); }));
    QList<std::pair<QString, int>> scales;
    for (int percent = 80; percent <= 200; percent += 10)
        scales.append({tr("%1 %").arg(QLocale().toString(percent)), percent});
    addRow(rows, tr("Text size"), choices<int>(scales, m_preferences.textScale(), [this](int percent) {
               m_preferences.setTextScale(percent);
           }));
    addRow(rows, tr("Messages"),
           choices<Density>({{tr("Comfortable"), Density::Comfortable}, {tr("Compact"), Density::Compact}},
                            m_preferences.density(),
                            [this](Density density) { m_preferences.setDensity(density); }));
    addRow(rows, tr("A room opens at"),
           choices<bool>({{tr("The first unread message"), false}, {tr("The newest message"), true}},
                         m_preferences.opensAtNewest(),
                         [this](bool newest) { m_preferences.setOpensAtNewest(newest); }));
}

void PreferencesDialog::addNotifications()
{
    QFormLayout *rows = addPage(tr("Notifications"));
    addRow(rows, tr("Tell me of"),
           choices<AlertLevel>({{tr("All messages"), AlertLevel::All},
                                {tr("Mentions and direct talks"), AlertLevel::Addressed},
                                {tr("Nothing"), AlertLevel::None}},
                               m_preferences.alertLevel(),
                               [this](AlertLevel level) { m_preferences.setAlertLevel(level); }));
    auto *keywords = new QLineEdit(m_preferences.keywords().join(u", "_s));
    keywords->setPlaceholderText(tr("such as: release, kitchen"));
    connect(keywords, &QLineEdit::editingFinished, this,
            [this, keywords] { m_preferences.setKeywords(typedWords(keywords->text())); });
    addRow(rows, tr("Words that count as a mention"), keywords);
    addRow(rows, tr("Read aloud by screen readers"),
           choices<AlertLevel>({{tr("All messages"), AlertLevel::All},
                                {tr("Mentions and direct talks"), AlertLevel::Addressed},
                                {tr("Nothing"), AlertLevel::None}},
                               m_preferences.spokenLevel(),
                               [this](AlertLevel level) { m_preferences.setSpokenLevel(level); }));
    const auto tick = [&](const QString &words, bool on, auto take) {
        auto *box = new QCheckBox(words);
        box->setChecked(on);
        connect(box, &QCheckBox::toggled, &m_preferences, take);
        rows->addRow(box);
    };
    tick(tr("Do not disturb"), m_preferences.doNotDisturb(), &Preferences::setDoNotDisturb);
    addQuietHours(rows);
    tick(tr("Show what was said"), m_preferences.showsAlertText(), &Preferences::setShowsAlertText);
    tick(tr("Play a sound with it"), m_preferences.alertSound(), &Preferences::setAlertSound);
    tick(tr("Play a sound for what I send"), m_preferences.sentSound(), &Preferences::setSentSound);
    if (QSystemTrayIcon::isSystemTrayAvailable())
        tick(tr("Go on in the tray when the window is closed"), m_preferences.keepsInTray(),
             &Preferences::setKeepsInTray);
}

void PreferencesDialog::addQuietHours(QFormLayout *rows)
{
    const QuietHours hours = m_preferences.quietHours();
    auto *box = new QCheckBox(tr("Quiet between"));
    auto *from = new QTimeEdit(hours.from);
    auto *to = new QTimeEdit(hours.to);
    from->setAccessibleName(tr("Quiet from"));
    to->setAccessibleName(tr("Quiet until"));
    for (QTimeEdit *time : {from, to}) {
        time->setButtonSymbols(QAbstractSpinBox::NoButtons);
        keepHeight(time);
    }
    box->setChecked(hours.on);
    const auto take = [this, box, from, to] {
        from->setEnabled(box->isChecked());
        to->setEnabled(box->isChecked());
        m_preferences.setQuietHours({box->isChecked(), from->time(), to->time()});
    };
    from->setEnabled(hours.on);
    to->setEnabled(hours.on);
    connect(box, &QCheckBox::toggled, this, take);
    connect(from, &QTimeEdit::timeChanged, this, take);
    connect(to, &QTimeEdit::timeChanged, this, take);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(box);
    row->addWidget(from);
    //: between two times of day
    row->addWidget(makeLabel(tr("and"), LabelKind::Text));
    row->addWidget(to);
    row->addStretch(1);
    rows->addRow(row);
}

void PreferencesDialog::addHosting()
{
    QFormLayout *rows = addPage(tr("Hosting"));
    auto *name = new QLineEdit(m_preferences.hostDefaults().name);
    name->setPlaceholderText(tr("After your name"));
    connect(name, &QLineEdit::editingFinished, this, [this, name] {
        HostRequest request = m_preferences.hostDefaults();
        request.name = name->text().trimmed();
        m_preferences.setHostDefaults(request);
    });
    addRow(rows, tr("Room name"), name);
    addRow(rows, tr("Who can reach it"),
           choices<Reach>({{tr("Everyone on this network"), Reach::Network},
                           {tr("This computer only"), Reach::ThisComputer}},
                          m_preferences.hostDefaults().reach, [this](Reach reach) {
                              HostRequest request = m_preferences.hostDefaults();
                              request.reach = reach;
                              m_preferences.setHostDefaults(request);
                          }));
    addPort(rows);
    auto *history = new QCheckBox(tr("Keep the history on this computer"));
    history->setAccessibleName(history->text());
    history->setChecked(m_preferences.hostDefaults().keepHistory);
    auto *keep = new KeepChoice(m_preferences.hostDefaults().keepDays);
    keep->setEnabled(history->isChecked());
    connect(history, &QCheckBox::toggled, this, [this, keep](bool kept) {
        HostRequest request = m_preferences.hostDefaults();
        request.keepHistory = kept;
        m_preferences.setHostDefaults(request);
        keep->setEnabled(kept);
    });
    connect(keep, &KeepChoice::chosen, this, [this](int days) {
        HostRequest request = m_preferences.hostDefaults();
        request.keepDays = days;
        m_preferences.setHostDefaults(request);
    });
    rows->addRow(history);
    rows->addRow(keep);
}

void PreferencesDialog::addPort(QFormLayout *rows)
{
    auto *port = new QLineEdit(QString::number(m_preferences.hostDefaults().port));
    port->setValidator(new QIntValidator(1, 65535, port));
    connect(port, &QLineEdit::editingFinished, this, [this, port] {
        HostRequest request = m_preferences.hostDefaults();
        request.port = quint16(port->text().toUInt());
        m_preferences.setHostDefaults(request);
    });
    addRow(rows, tr("Port"), port);
}

} // namespace tincan
