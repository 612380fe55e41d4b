#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace tincan {

/// The heights of a column of rows: position to row and row to position, and whether a height was measured or
/// is only estimated. Rows that were never measured take no memory of their own, however many they are, and
/// nothing costs more for them.
class RowHeightIndex
{
public:
    int count() const { return m_runs.empty() ? 0 : m_runs.back().end(); }
    qint64 total() const { return m_runs.empty() ? 0 : m_runs.back().bottom(); }

    /// The sum of the heights above a row; `row` may be count().
    qint64 top(int row) const;
    int height(int row) const;
    bool isExact(int row) const;

    /// The row that covers y, the first or last one where y lies outside; -1 when there are no rows.
    int rowAt(qint64 y) const;

    /// Notes a measured height.
    void setHeight(int row, int height);
    void insert(int row, int count, int estimate);
    void remove(int row, int count);
    void clear() { m_runs.clear(); }

    /// Keeps the height as an estimate.
    void doubt(int row);
    void doubtAll();

private:
    struct Row
    {
        unsigned height : 31;
        unsigned exact : 1;
    };

    /// Rows that follow on each other: any number of one estimated height, or a few, one by one.
    struct Run
    {
        bool isMeasured() const { return !each.empty(); }
        int end() const { return first + rows; }
        qint64 bottom() const { return top + total; }

        int first = 0; ///< row
        int rows = 0;
        qint64 top = 0;
        qint64 total = 0;      ///< height
        unsigned estimate = 0; ///< of each row
        std::vector<Row> each; ///< empty: all have the estimate
    };

    size_t runOf(int row) const;
    size_t splitAt(int row);
    size_t measurableRunOf(int row);
    bool join(size_t run);
    void place(size_t from);

    std::vector<Run> m_runs; ///< in order, none of them empty
};

} // namespace tincan
