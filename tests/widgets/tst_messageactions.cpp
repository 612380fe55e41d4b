#include "tests/widgets/conversationfixture.h"

#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QToolButton>

using namespace tincan;
using namespace tincan::conversation;
using namespace Qt::StringLiterals;

namespace {

constexpr MessageActions everything{MessageAction::React | MessageAction::Reply | MessageAction::Edit |
                                    MessageAction::Delete | MessageAction::Ignore |
                                    MessageAction::StopIgnoring};

QString clipboard()
{
    return QApplication::clipboard()->text();
}

QString plainText(const QString &menuText)
{
    return menuText.section(u'\t', 0, 0).remove(u'&');
}

} // namespace

/// What one can do with a message: by the bar, the menu, keys and clicks.
class TestMessageActions : public ConversationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void keysActOnTheCurrentMessage();
    void onlyMineCanBeEditedAndDeleted();
    void aModeratorMayDoMoreWithWhatOthersSaid();
    void whatTheRoomDoesNotAllowIsNotOffered();
    void whatIsNotStoredCanOnlyBeCopied();
    void theMenuShowsTheKeys();
    void theBarFollowsTheMouse();
    void theBarFollowsTheKeyboard();
    void allTargetsAreLargeEnough();
    void copyingGivesWhatWasTyped();
    void selectingGivesWhatIsShown();
    void codeIsCopiedByClickAndKeyboard();
    void longMessagesFoldByMouse();
    void longMessagesFoldByKeyboard();
    void foldingKeepsTheMessageInSight();
    void twentyLinesAreNotFolded();
    void aFoldedMessageHidesItsLinks();
    void reactionsAreToggledByClickAndKeyboard();
    void theQuoteLeadsToWhatIsAnswered();
    void aMessageJumpedToStandsOut();
    void aDeletedMessageSaysOnlyThat();
    void aHiddenMessageCanBeShown();

private:
    const MessageLink *link(int row, MessageLink::Kind kind);
    void clickLink(int row, MessageLink::Kind kind);
    void stepTo(MessageLink::Kind kind);
    QList<QPair<MessageAction, QString>> m_asked;
    QList<MessageLink> m_links;
    void watch();
    void current(int row);
    void press(Qt::Key key) { QTest::keyClick(m_view.get(), key); }
};

const MessageLink *TestMessageActions::link(int row, MessageLink::Kind kind)
{
    m_links = m_view->linksOf(row);
    const auto found = std::find_if(m_links.cbegin(), m_links.cend(),
                                    [kind](const MessageLink &one) { return one.kind == kind; });
    return found == m_links.cend() ? nullptr : &*found;
}

void TestMessageActions::clickLink(int row, MessageLink::Kind kind)
{
    const MessageLink *found = link(row, kind);
    QVERIFY(found != nullptr);
    click(found->rect.center() + QPoint(0, m_view->visualRect(m_model->index(row)).top()));
}

/// Chooses a link of the current row by the keyboard.
void TestMessageActions::stepTo(MessageLink::Kind kind)
{
    const MessageLink *found = link(m_view->currentIndex().row(), kind);
    QVERIFY(found != nullptr);
    for (const MessageLink &one : std::as_const(m_links)) {
        press(Qt::Key_Right);
        if (&one == found) {
            break;
        }
    }
}

void TestMessageActions::watch()
{
    m_asked.clear();
    m_view->setAllowedActions(everything);
    connect(m_view.get(), &ConversationView::actionRequested, this,
            [this](MessageAction action, const QString &key) {
                m_asked.append({action, key});
            });
}

void TestMessageActions::current(int row)
{
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(row));
}

void TestMessageActions::keysActOnTheCurrentMessage()
{
    show(10);
    watch();
    m_model->change(8, [](SampleRow &row) { row.mine = true; });
    current(8);
    press(Qt::Key_R);
    press(Qt::Key_E);
    press(Qt::Key_Delete);
    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ShiftModifier);
    const QString key = m_model->rows[8].key;
    QCOMPARE(m_asked, (QList<QPair<MessageAction, QString>>{{MessageAction::Reply, key},
                                                            {MessageAction::Edit, key},
                                                            {MessageAction::Delete, key},
                                                            {MessageAction::React, key}}));
    press(Qt::Key_C);
    QCOMPARE(clipboard(), m_model->rows[8].text);
    QTest::keyClick(m_view.get(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(m_asked.size(), 4);
}

void TestMessageActions::onlyMineCanBeEditedAndDeleted()
{
    show(10);
    watch();
    current(8);
    press(Qt::Key_E);
    press(Qt::Key_Delete);
    QVERIFY(m_asked.isEmpty());
    QVERIFY(m_view->actionsOf(8).testFlag(MessageAction::Ignore));
    QVERIFY(!m_view->actionsOf(8).testFlag(MessageAction::StopIgnoring));
    m_model->change(8, [](SampleRow &row) { row.ignored = true; });
    QVERIFY(m_view->actionsOf(8).testFlag(MessageAction::StopIgnoring));
}

void TestMessageActions::aModeratorMayDoMoreWithWhatOthersSaid()
{
    show(10);
    watch();
    m_model->change(8, [](SampleRow &row) { row.mine = true; });
    const MessageActions beyond{MessageAction::Delete, MessageAction::Kick, MessageAction::Ban};
    QVERIFY(!(m_view->actionsOf(7) & beyond));
    QStringList asked;
    m_view->setModeratorActions([&](const QString &author) {
        asked.append(author);
        return beyond;
    });
    QCOMPARE(m_view->actionsOf(7) & beyond, beyond);
    QCOMPARE(asked.last(), m_model->index(7).data(AuthorIdRole).toString());
    QCOMPARE(m_view->actionsOf(8) & beyond, MessageActions(MessageAction::Delete));
    m_view->setModeratorActions([](const QString &) { return MessageActions(MessageAction::Delete); });
    QCOMPARE(m_view->actionsOf(7) & beyond, MessageActions(MessageAction::Delete));
}

void TestMessageActions::whatTheRoomDoesNotAllowIsNotOffered()
{
    show(10);
    watch();
    m_view->setAllowedActions({});
    current(8);
    press(Qt::Key_R);
    QVERIFY(m_asked.isEmpty());
    QCOMPARE(m_view->actionsOf(8), MessageActions(MessageAction::Copy));
}

void TestMessageActions::whatIsNotStoredCanOnlyBeCopied()
{
    show(10);
    watch();
    m_model->change(8, [](SampleRow &row) {
        row.mine = true;
        row.seq = 0;
        row.delivery = Delivery::Sending;
    });
    QCOMPARE(m_view->actionsOf(8), MessageActions(MessageAction::Copy));
    m_model->change(7, [](SampleRow &row) { row.kind = RowKind::Notice; });
    QCOMPARE(m_view->actionsOf(7), MessageActions(MessageAction::Copy));
}

void TestMessageActions::theMenuShowsTheKeys()
{
    show(10);
    watch();
    m_model->change(8, [](SampleRow &row) { row.mine = true; });
    current(8);
    m_view->openMenu(8, -1, {});
    auto *menu = m_view->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QStringList words;
    for (const QAction *action : menu->actions()) {
        words.append(plainText(action->text()) + u':' + action->text().section(u'\t', 1));
    }
    QCOMPARE(words,
             (QStringList{u"React…:+"_s, u"Reply:R"_s, u"Edit:E"_s, u"Copy Message:C"_s, u"Delete:Del"_s}));
    menu->actions().at(1)->trigger();
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked.first().first, MessageAction::Reply);
    menu->close();
}

void TestMessageActions::theBarFollowsTheMouse()
{
    show(10);
    watch();
    auto *bar = m_view->findChild<MessageBar *>();
    QVERIFY(!bar->isVisible());
    const QRect row = m_view->visualRect(m_model->index(8));
    QTest::mouseMove(m_view->viewport(), row.center());
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->row(), QModelIndex(m_model->index(8)));
    QVERIFY(bar->geometry().intersects(row.translated(m_view->viewport()->pos())));
    QToolButton *reply = nullptr;
    for (auto *button : bar->findChildren<QToolButton *>()) {
        QVERIFY(!button->text().isEmpty());
        reply = button->text() == u"Reply"_s ? button : reply;
    }
    QVERIFY(reply != nullptr);
    QTest::mouseClick(reply, Qt::LeftButton);
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked.first().second, m_model->rows[8].key);
    m_view->setAllowedActions({});
    QVERIFY(!bar->isVisible());
}

void TestMessageActions::theBarFollowsTheKeyboard()
{
    show(10);
    watch();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus(Qt::TabFocusReason);
    auto *bar = m_view->findChild<MessageBar *>();
    press(Qt::Key_Up);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->row(), m_view->currentIndex());
    press(Qt::Key_Up);
    QCOMPARE(bar->row(), m_view->currentIndex());
}

void TestMessageActions::allTargetsAreLargeEnough()
{
    show(10);
    watch();
    m_model->change(9, [](SampleRow &row) {
        row.text = u"```\na\n```\n"_s + u"line\n"_s.repeated(30);
        row.answers = row.seq - 4;
        row.answeredName = u"Ada"_s;
        row.reactions = {{u"👍"_s, 1, false, {u"Ada"_s}}};
    });
    for (const Density density : {Density::Comfortable, Density::Compact}) {
        m_view->setDensity(density);
        for (const MessageLink &one : m_view->linksOf(9)) {
            QVERIFY(one.rect.isNull() || one.rect.height() >= 24);
            QVERIFY(one.rect.isNull() || one.rect.width() >= 24);
        }
    }
    QTest::mouseMove(m_view->viewport(), m_view->visualRect(m_model->index(8)).center());
    auto *bar = m_view->findChild<MessageBar *>();
    QTRY_VERIFY(bar->isVisible());
    for (const auto *button : bar->findChildren<QToolButton *>()) {
        QVERIFY(!button->isVisible() || (button->width() >= 24 && button->height() >= 24));
    }
}

void TestMessageActions::copyingGivesWhatWasTyped()
{
    show(3);
    const QString typed = u"**bold** `code`\n- a\n> b"_s;
    m_model->change(2, [&typed](SampleRow &row) { row.text = typed; });
    m_view->copyMessage(2);
    QCOMPARE(clipboard(), typed);
}

void TestMessageActions::selectingGivesWhatIsShown()
{
    show(3);
    m_model->change(2, [](SampleRow &row) { row.text = u"**bold** `code`\n- a"_s; });
    const QModelIndex row = m_model->index(2);
    m_view->setTextSelection({row, 0}, {row, 13});
    m_view->copySelection();
    QCOMPARE(clipboard(), u"bold code\n• a"_s);
    m_view->setTextSelection({row, 5}, {row, 9});
    QCOMPARE(m_view->selectedText(), u"code"_s);
}

void TestMessageActions::codeIsCopiedByClickAndKeyboard()
{
    show(10);
    m_model->change(9, [](SampleRow &row) { row.text = u"run:\n```sh\ngit pull\nmake\n```"_s; });
    clickLink(9, MessageLink::Kind::CopyCode);
    QCOMPARE(clipboard(), u"git pull\nmake"_s);
    QApplication::clipboard()->clear();
    current(9);
    stepTo(MessageLink::Kind::CopyCode);
    press(Qt::Key_Return);
    QCOMPARE(clipboard(), u"git pull\nmake"_s);
}

void TestMessageActions::longMessagesFoldByMouse()
{
    show(10);
    m_model->change(9, [](SampleRow &row) { row.text = u"line\n"_s.repeated(56) + u"end"_s; });
    QCOMPARE(link(9, MessageLink::Kind::Unfold)->word, u"Show all 57 lines"_s);
    const int folded = m_view->visualRect(m_model->index(9)).height();
    clickLink(9, MessageLink::Kind::Unfold);
    QVERIFY(m_view->visualRect(m_model->index(9)).height() > 2 * folded);
    QCOMPARE(link(9, MessageLink::Kind::Unfold), nullptr);
    QCOMPARE(link(9, MessageLink::Kind::Fold)->word, u"Show less"_s);
    m_view->jumpToLatest();
    clickLink(9, MessageLink::Kind::Fold);
    QCOMPARE(m_view->visualRect(m_model->index(9)).height(), folded);
}

void TestMessageActions::longMessagesFoldByKeyboard()
{
    show(10);
    m_model->change(9, [](SampleRow &row) { row.text = u"line\n"_s.repeated(56); });
    current(9);
    press(Qt::Key_Return); // the only thing to do with it
    QVERIFY(link(9, MessageLink::Kind::Fold) != nullptr);
    stepTo(MessageLink::Kind::Fold);
    press(Qt::Key_Return);
    QVERIFY(link(9, MessageLink::Kind::Unfold) != nullptr);
}

void TestMessageActions::foldingKeepsTheMessageInSight()
{
    show(60);
    m_model->change(30, [](SampleRow &row) { row.text = u"line\n"_s.repeated(200); });
    m_view->scrollToRow(30, 40);
    m_view->activateLink(30, *link(30, MessageLink::Kind::Unfold));
    QCOMPARE(m_view->visualRect(m_model->index(30)).top(), 40);
    m_view->scrollToRow(30, -2000);
    m_view->activateLink(30, *link(30, MessageLink::Kind::Fold));
    QCOMPARE(m_view->visualRect(m_model->index(30)).top(), 0);
}

void TestMessageActions::twentyLinesAreNotFolded()
{
    show(2);
    m_model->change(1, [](SampleRow &row) { row.text = u"line\n"_s.repeated(19) + u"end"_s; });
    QCOMPARE(link(1, MessageLink::Kind::Unfold), nullptr);
    m_model->change(1, [](SampleRow &row) { row.text += u"\nmore"_s; });
    QVERIFY(link(1, MessageLink::Kind::Unfold) != nullptr);
}

void TestMessageActions::aFoldedMessageHidesItsLinks()
{
    show(2);
    m_model->change(1, [](SampleRow &row) {
        row.text = u"https://a.example\n"_s + u"line\n"_s.repeated(30) + u"https://b.example"_s;
    });
    m_view->linksOf(1);
    QCOMPARE(link(1, MessageLink::Kind::Open)->url, QUrl(u"https://a.example"_s));
    QCOMPARE(m_links.size(), 2);
    m_view->activateLink(1, *link(1, MessageLink::Kind::Unfold));
    link(1, MessageLink::Kind::Open);
    QCOMPARE(m_links.size(), 3);
}

void TestMessageActions::reactionsAreToggledByClickAndKeyboard()
{
    show(10);
    m_model->change(9, [](SampleRow &row) {
        row.text = u"hi"_s;
        row.reactions = {{u"👍"_s, 3, true, {u"Ada"_s, u"Bo"_s, u"Li"_s}}, {u"🎉"_s, 1, false, {u"Bo"_s}}};
    });
    QSignalSpy toggled(m_view.get(), &ConversationView::reactionToggled);
    clickLink(9, MessageLink::Kind::Reaction);
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(toggled.last(), (QVariantList{m_model->rows[9].key, u"👍"_s}));
    current(9);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(toggled.last(), (QVariantList{m_model->rows[9].key, u"🎉"_s}));
    m_view->grab();
}

void TestMessageActions::theQuoteLeadsToWhatIsAnswered()
{
    show(10);
    m_model->change(9, [](SampleRow &row) {
        row.answers = 1'000'003;
        row.answeredName = u"Li Mei"_s;
        row.answeredText = u"**shall** we?"_s;
    });
    QSignalSpy asked(m_view.get(), &ConversationView::answeredRequested);
    clickLink(9, MessageLink::Kind::Quote);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toLongLong(), 1'000'003);
    QCOMPARE(contentOf(m_model->index(9)).answered.text, u"shall we?"_s);
}

void TestMessageActions::aMessageJumpedToStandsOut()
{
    show(100);
    m_view->showMessage(20);
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_model->index(20))));
    QCOMPARE(m_view->currentIndex().row(), 20);
    const QRgb flashed = tokensFor(m_view->palette()).selected.rgb();
    const QPoint empty(m_view->viewport()->width() - 4, m_view->visualRect(m_model->index(20)).center().y());
    QCOMPARE(m_view->viewport()->grab().toImage().pixel(empty), flashed);
    QTRY_VERIFY(m_view->viewport()->grab().toImage().pixel(empty) != flashed);
}

void TestMessageActions::aDeletedMessageSaysOnlyThat()
{
    show(10);
    watch();
    m_model->change(9, [](SampleRow &row) {
        row.deleted = true;
        row.text = u"secret"_s;
        row.reactions = {{u"👍"_s, 3, true, {}}};
    });
    QCOMPARE(shownTextOf(m_model->index(9)), u"Message deleted"_s);
    QVERIFY(m_view->linksOf(9).isEmpty());
    QVERIFY(!m_view->actionsOf(9).testFlag(MessageAction::Reply));
    QVERIFY(!m_view->actionsOf(9).testFlag(MessageAction::Copy));
}

void TestMessageActions::aHiddenMessageCanBeShown()
{
    show(10);
    watch();
    m_model->change(9, [](SampleRow &row) {
        row.ignored = row.hidden = true;
        row.name = u"Bo"_s;
    });
    QCOMPARE(shownTextOf(m_model->index(9)), u"Hidden message from Bo"_s);
    QSignalSpy reveal(m_view.get(), &ConversationView::revealRequested);
    clickLink(9, MessageLink::Kind::Reveal);
    QCOMPARE(reveal.count(), 1);
    current(9);
    press(Qt::Key_Return);
    QCOMPARE(reveal.count(), 2);
    QVERIFY(m_view->actionsOf(9).testFlag(MessageAction::StopIgnoring));
}

QTEST_MAIN(TestMessageActions)
#include "tst_messageactions.moc"
