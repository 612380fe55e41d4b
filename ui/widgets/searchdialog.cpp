#include "ui/widgets/searchdialog.h"

#include "ui/widgets/foundmessagedelegate.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr std::chrono::milliseconds typingPause{250};
constexpr int longestText = 500; // characters, with filters

} // namespace

SearchDialog::SearchDialog(ChatSessions &sessions, const QString &text, QWidget *parent)
    : QDialog(parent), m_results(sessions), m_field(new QLineEdit(text)),
      m_problem(makeLabel({}, LabelKind::Error)), m_list(new QListView),
      m_delegate(new FoundMessageDelegate(m_list)), m_note(makeLabel({}, LabelKind::Hint)),
      m_progress(new QProgressBar), m_stop(new QPushButton(tr("Stop"))), m_show(new QPushButton(tr("Show")))
{
    setWindowTitle(tr("Search All Rooms"));
    resize(560, 480);
    m_field->setMaxLength(longestText);
    m_field->setPlaceholderText(tr("Words, or a \"phrase\" in quotation marks"));
    m_field->setAccessibleName(tr("Search all rooms for"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Messages found"));
    m_list->setProperty("framed", true);
    m_list->setModel(&m_results);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->setAccessibleName(tr("Searching"));
    m_show->setDefault(true);
    m_stop->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    m_problem->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(8);
    rows->addWidget(m_field);
    rows->addWidget(
        makeLabel(tr("Also: from:NAME  in:ROOM  after:2026-11-01  before:2026-11-26"), LabelKind::Hint));
    rows->addWidget(m_problem);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_progress);
    rows->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_show);
    rows->addLayout(buttons);

    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPause);
    connect(&m_typed, &QTimer::timeout, this, &SearchDialog::search);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_typed.start();
        Q_EMIT textChanged(typed);
    });
    connect(&m_results, &SearchResults::progressed, this, &SearchDialog::describe);
    connect(m_list, &QListView::activated, this, &SearchDialog::choose);
    connect(m_show, &QPushButton::clicked, this, &SearchDialog::choose);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stopped = true;
        m_results.stop();
        describe();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_field->selectAll();
    search();
}

void SearchDialog::search()
{
    m_typed.stop();
    m_stopped = false;
    const auto parsed = parseSearch(m_field->text(), QTimeZone::systemTimeZone());
    if (const auto *problem = std::get_if<SearchProblem>(&parsed)) {
        m_results.search({});
        showError(m_problem, problem->words);
        return;
    }
    showError(m_problem, {});
    const auto &query = std::get<SearchQuery>(parsed);
    m_delegate->setTerms(query.terms);
    m_results.search(query);
    m_list->scrollToTop();
}

void SearchDialog::describe()
{
    const int found = m_results.rowCount();
    const bool running = m_results.isRunning();
    const QString before = m_note->text();
    QString note;
    if (m_results.query().isEmpty()) {
        note.clear();
    } else if (running) {
        note = found == 0 ? tr("Searching…") : tr("%n found, searching on…", nullptr, found);
    } else if (found == 0) {
        note = nothingFound();
    } else if (m_results.isFull()) {
        note = tr("These are the last %n. More words, or a filter, find what is older.", nullptr, found);
    } else {
        note = tr("%n found.", nullptr, found);
    }
    if (m_stopped && !running) {
        note += u' ' + tr("The search was stopped.");
    }
    const QStringList notAsked = m_results.notAsked();
    if (!notAsked.isEmpty()) {
        note += u' ' + tr("Of %1 only what this computer holds was searched.").arg(notAsked.join(tr(", ")));
    }
    m_note->setText(note.trimmed());
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    m_show->setEnabled(found > 0);
    if (found > 0 && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_results.index(0));
    }
    if (note != before) {
        QAccessibleEvent told(m_note, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&told);
    }
}

/// What was searched, and what one could do.
QString SearchDialog::nothingFound() const
{
    const SearchQuery &query = m_results.query();
    if (m_results.rooms() == 0 && !query.in.isEmpty()) {
        return tr("You are in no room that is called “%1”. Leave “in:” out to search all of them.")
            .arg(query.in);
    }
    const QString where = tr("Nothing found in %n rooms.", nullptr, m_results.rooms());
    return where + u' ' +
           (query.terms.size() > 1 ? tr("All words must be in one message: try fewer of them.")
            : query.from.isEmpty() && query.after == 0 && query.before == 0
                ? tr("Try a shorter part of the word. Only rooms that you are in are searched.")
                : tr("Try without one of the filters."));
}

bool SearchDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        tellCurrent();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_typed.isActive()) {
            search(); // what is shown is not what is typed yet
            return true;
        }
        return QDialog::eventFilter(watched, event);
    default:
        return QDialog::eventFilter(watched, event);
    }
}

/// The keyboard stays in the line, so what is chosen has to be said by it.
void SearchDialog::tellCurrent()
{
    m_field->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent told(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void SearchDialog::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const int server = current.data(SearchResults::ServerRole).toInt();
    const QString room = current.data(SearchResults::RoomIdRole).toString();
    const qint64 seq = current.data(SearchResults::SeqRole).toLongLong();
    m_results.stop();
    accept();
    Q_EMIT chosen(server, room, seq);
}

} // namespace tincan
