#pragma once

#include "protocol/searchfold.h"
#include "ui/widgets/conversationstyle.h"
#include "ui/widgets/messageactions.h"
#include "ui/widgets/selectablerowsview.h"

#include <QSet>
#include <QTimer>

#include <functional>

class QMenu;

namespace tincan {

class JumpButton;
class MessageBar;

/// The messages of a room, over any model with the roles of conversation::Role. Opens at the line of the
/// first unread message, else at the end.
class ConversationView : public SelectableRowsView
{
    Q_OBJECT

public:
    explicit ConversationView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void reset() override;

    /// The size of the text in percent of the widget's font, 80 to 200.
    void setTextScale(int percent);
    int textScale() const { return m_scale; }

    void setDensity(Density density);

    /// Rooms open at their end, and not at the line of the first unread message.
    void setOpensAtNewest(bool newest) { m_opensAtNewest = newest; }

    /// What the room lets one do with a message; copying is always possible.
    void setAllowedActions(MessageActions actions);
    bool isAllowed(MessageAction action) const { return m_allowed.testFlag(action); }
    /// What one may as a moderator with what somebody said, by AuthorIdRole: see actionsFor().
    using ModeratorActions = std::function<MessageActions(const QString &authorId)>;
    void setModeratorActions(const ModeratorActions &actions) { m_asModerator = actions; }
    MessageActions actionsOf(int row) const;
    /// Copies, or asks for it by actionRequested().
    void perform(MessageAction action, int row);

    /// What is looked for is marked in all messages, more so in the one with the number `current`. Terms as
    /// by searchTerms(); none: nothing is marked.
    void setMarks(const QStringList &terms, qint64 current);

    /// Everything up to this event was read before the room was opened.
    void setReadUpTo(qint64 seq);

    /// The name that is set in bold in messages that mention me.
    void setMyName(const QString &name);

    /// The day that is called "Today"; the view follows the clock by itself.
    void setToday(const QDate &today);

    /// Messages of others that arrived since the view left the bottom.
    int newCount() const { return m_newCount; }

    QList<MessageLink> linksOf(int row);
    void activateLink(int row, const MessageLink &link);
    void copyMessage(int row) const;
    /// The menu of a row at a global position; `link` is the one under the mouse or -1.
    void openMenu(int row, int link, const QPoint &at);
    QRect characterRect(int row, int offset); ///< in the viewport
    TextPosition textPositionAt(const QPoint &point) { return positionAt(point); }

public Q_SLOTS:
    /// Scrolls to a message and lets it stand out for a moment. A row that is not there changes nothing.
    void showMessage(int row);
    void jumpToLatest();
    /// To the "New messages" line; to the latest message where there is none.
    void jumpToUnread();
    /// No older page comes: it is asked for again at the next move near the beginning.
    void forgetAsking() { m_olderAsked = false; }

Q_SIGNALS:
    /// A link was clicked; nothing is fetched before that, nor by the view.
    void linkActivated(const QUrl &url);
    void retryRequested(const QString &key);
    void editRequested(const QString &key);
    void discardRequested(const QString &key);
    /// Never for Copy.
    void actionRequested(tincan::MessageAction action, const QString &key);
    void reactionToggled(const QString &key, const QString &emoji);
    /// The quote of a message that is answered was clicked.
    void answeredRequested(qint64 seq);
    void revealRequested(const QString &key); ///< of a hidden message
    /// The beginning is near: time to load an older page.
    void olderWanted();
    /// Everything up to this event was on screen in the active window.
    void readUpTo(qint64 seq);
    void newCountChanged(int count);

protected:
    std::unique_ptr<MessageLayout> layOut(const QModelIndex &index, int width) const override;
    void settled() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last,
                     const QList<int> &roles = {}) override;

    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct LinkPlace
    {
        QPersistentModelIndex row;
        int link = -1;
        bool operator==(const LinkPlace &) const = default;
    };

    void connectBar();
    QList<FoldedText::Span> marksIn(const QModelIndex &index, const QString &shown) const;
    void updateStyle();
    void openAtUnread();
    void findUnread(int first, int last);
    void followArrived(int first, int last, bool wasAtBottom);
    void setNewCount(int count);
    void placeJumpButton();
    void onJump();
    void reportRead();
    void askForOlder();
    void scheduleMidnight();
    void updateHover(const QPoint &point);
    LinkPlace linkPlaceAt(const QPoint &point);
    bool showToolTip(const QPoint &point, const QPoint &global);

    int countUnread(int firstRow) const;
    void placeBar();
    void toggleFold(int row, bool unfolded);
    void copyCode(int row, const MessageLink &link) const;
    void offerActions(QMenu *menu, int row);
    void offerLinks(QMenu *menu, int row, int link);

    bool handleActionKeys(QKeyEvent *event);
    bool handleCopyKeys(QKeyEvent *event);
    bool handleMoveKeys(QKeyEvent *event);
    void moveBy(int rows);
    void moveByPage(int direction);
    void moveTo(int row);
    void stepLink(int direction);
    void activateCurrent();

    ConversationStyle m_style;
    JumpButton *m_jump;
    MessageBar *m_bar;
    QTimer m_olderTimer, m_midnight, m_flash;
    QPersistentModelIndex m_unread;
    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_flashed;
    QSet<QString> m_unfolded; ///< keys
    MessageActions m_allowed;
    ModeratorActions m_asModerator;
    Density m_density = Density::Comfortable;
    LinkPlace m_hoveredLink, m_pressedLink;
    QString m_myName;
    QStringList m_marked; ///< terms
    qint64 m_markedMost = 0;
    qint64 m_read = 0;
    int m_scale = 100;
    int m_newCount = 0;
    int m_chosenLink = -1; ///< of the current row, by the keyboard
    bool m_ring = false;   ///< the keyboard is in use
    bool m_olderAsked = false;
    bool m_holdsRead = false;
    int m_openedAt = -1; ///< the offset at which it opened, until what was before has come
    bool m_opensAtNewest = false;
};

} // namespace tincan
