#pragma once

#include "ui/models/completion.h"

#include <QListView>
#include <QStandardItemModel>

#include <functional>

namespace tincan {

class MessageEdit;

/// What the word at the cursor may be completed to, in a list above the message box. The focus stays in the
/// box: arrows, Tab, Enter and Esc are taken from it while the list is open, and only then.
class CompletionPopup : public QListView
{
    Q_OBJECT

public:
    static constexpr int mostRows = 8; ///< that are shown at once; the others are scrolled to

    using Source = std::function<QList<CompletionEntry>(CompletionKind)>;

    explicit CompletionPopup(MessageEdit *edit);

    void setSource(const Source &source) { m_source = source; }

    /// Somebody typed: opens, narrows or closes the list.
    void follow();

    /// Closes the list; it does not open again for the same word where `dismissed`.
    void leave(bool dismissed = false);

    bool isOpen() const { return !m_matches.isEmpty(); }

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);
    void fill(const QList<CompletionEntry> &matches);
    void place();
    void step(int by);
    void announce();
    void accept(const QModelIndex &index);

    MessageEdit *m_edit;
    Source m_source;
    QStandardItemModel m_model;
    CompletionList m_list;
    CompletionWord m_word; ///< what m_list was made for
    QList<CompletionEntry> m_matches;
    int m_dismissed = -1; ///< where the word starts for which the list was closed by hand
    bool m_listed = false;
};

} // namespace tincan
