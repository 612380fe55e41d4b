#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace tincan {

class MemberListModel;
class MemberListView;

/// Who is in the room; above the list, where it is long, a line that leaves only those whose names hold what
/// is typed. Each room starts unfiltered.
class MembersPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int longList = 20; ///< a list of more members gets the line

    explicit MembersPane(QWidget *parent = nullptr);

    MemberListView *list() { return m_list; }
    void setModel(MemberListModel *model); ///< may be null

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< of the line: the keys that lead out of it

private:
    void showField();
    void filter(const QString &text);

    QLineEdit *m_field;
    QLabel *m_nobody;
    MemberListView *m_list;
    QPointer<MemberListModel> m_model;
};

} // namespace tincan
