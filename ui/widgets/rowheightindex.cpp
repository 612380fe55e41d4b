#include "ui/widgets/rowheightindex.h"

#include <algorithm>
#include <iterator>

namespace tincan {

namespace {

constexpr int mostMeasured = 128; ///< rows in a run whose heights are known one by one

} // namespace

qint64 RowHeightIndex::top(int row) const
{
    if (row >= count()) {
        return total();
    }
    const Run &run = m_runs[runOf(row)];
    const int above = row - run.first;
    qint64 sum = run.top;
    if (!run.isMeasured()) {
        return sum + qint64(above) * run.estimate;
    }
    for (size_t i = 0; i < size_t(above); ++i) {
        sum += run.each[i].height;
    }
    return sum;
}

int RowHeightIndex::height(int row) const
{
    const Run &run = m_runs[runOf(row)];
    return int(run.isMeasured() ? run.each[size_t(row - run.first)].height : run.estimate);
}

bool RowHeightIndex::isExact(int row) const
{
    const Run &run = m_runs[runOf(row)];
    return run.isMeasured() && run.each[size_t(row - run.first)].exact != 0;
}

int RowHeightIndex::rowAt(qint64 y) const
{
    if (m_runs.empty() || y < 0) {
        return m_runs.empty() ? -1 : 0;
    }
    const auto below = std::upper_bound(m_runs.begin(), m_runs.end(), y,
                                        [](qint64 at, const Run &run) { return at < run.top; });
    const Run &run = *std::prev(below);
    y -= run.top;
    int row = 0;
    if (!run.isMeasured()) {
        row = run.estimate > 0 ? int(std::min<qint64>(y / run.estimate, run.rows)) : run.rows;
    }
    for (; size_t(row) < run.each.size() && run.each[size_t(row)].height <= y; ++row) {
        y -= run.each[size_t(row)].height;
    }
    return run.first + std::min(row, run.rows - 1);
}

void RowHeightIndex::setHeight(int row, int height)
{
    const size_t at = measurableRunOf(row);
    Row &one = m_runs[at].each[size_t(row - m_runs[at].first)];
    const qint64 difference = height - qint64(one.height);
    one = {unsigned(height), 1};
    m_runs[at].total += difference;
    for (size_t run = at + 1; difference != 0 && run < m_runs.size(); ++run) {
        m_runs[run].top += difference;
    }
}

void RowHeightIndex::insert(int row, int count, int estimate)
{
    if (count == 0) {
        return;
    }
    const size_t at = splitAt(row);
    Run run;
    run.rows = count;
    run.total = qint64(count) * estimate;
    run.estimate = unsigned(estimate);
    m_runs.insert(m_runs.begin() + ptrdiff_t(at), std::move(run));
    join(at);
    if (at > 0) {
        join(at - 1);
    }
    place(at > 0 ? at - 1 : 0);
}

void RowHeightIndex::remove(int row, int count)
{
    const size_t from = splitAt(row);
    const size_t to = splitAt(row + count);
    m_runs.erase(m_runs.begin() + ptrdiff_t(from), m_runs.begin() + ptrdiff_t(to));
    if (from > 0) {
        join(from - 1);
    }
    place(from > 0 ? from - 1 : 0);
}

void RowHeightIndex::doubt(int row)
{
    if (Run &run = m_runs[runOf(row)]; run.isMeasured()) {
        run.each[size_t(row - run.first)].exact = 0;
    }
}

void RowHeightIndex::doubtAll()
{
    for (Run &run : m_runs) {
        for (Row &one : run.each) {
            one.exact = 0;
        }
    }
}

/// The run that holds the row; of rows there are some.
size_t RowHeightIndex::runOf(int row) const
{
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), row,
                                        [](int wanted, const Run &run) { return wanted < run.first; });
    return size_t(std::prev(after) - m_runs.begin());
}

/// Makes a run begin with that row, which may be count(), and says which.
size_t RowHeightIndex::splitAt(int row)
{
    if (row == count()) {
        return m_runs.size();
    }
    const size_t at = runOf(row);
    if (m_runs[at].first == row) {
        return at;
    }
    Run below = m_runs[at];
    Run &above = m_runs[at];
    above.rows = row - above.first;
    below.rows -= above.rows;
    if (above.isMeasured()) {
        below.each.erase(below.each.begin(), below.each.begin() + above.rows);
        above.each.resize(size_t(above.rows));
    }
    const qint64 all = above.total;
    above.total = qint64(above.rows) * above.estimate;
    if (above.isMeasured()) {
        above.total = 0;
        for (const Row &one : above.each) {
            above.total += one.height;
        }
    }
    below.total = all - above.total;
    below.first = row;
    below.top = above.bottom();
    m_runs.insert(m_runs.begin() + ptrdiff_t(at) + 1, std::move(below));
    return at + 1;
}

/// The run that holds the row, in which it can be measured. Rows near it come along: they are looked at next.
size_t RowHeightIndex::measurableRunOf(int row)
{
    const size_t at = runOf(row);
    if (m_runs[at].isMeasured()) {
        return at;
    }
    const int from = std::max(m_runs[at].first, row - mostMeasured / 2);
    const int to = std::min(m_runs[at].end(), row + mostMeasured / 2);
    splitAt(to);
    const size_t near = splitAt(from);
    m_runs[near].each.assign(size_t(to - from), Row{m_runs[near].estimate, 0});
    join(near);
    return near > 0 && join(near - 1) ? near - 1 : near;
}

/// Makes one run of this one and the next, where both are of a kind.
bool RowHeightIndex::join(size_t run)
{
    if (run + 1 >= m_runs.size()) {
        return false;
    }
    Run &above = m_runs[run];
    const Run &below = m_runs[run + 1];
    const bool alike = above.isMeasured() ? below.isMeasured() && above.rows + below.rows <= mostMeasured
                                          : !below.isMeasured() && above.estimate == below.estimate;
    if (!alike) {
        return false;
    }
    above.rows += below.rows;
    above.total += below.total;
    above.each.insert(above.each.end(), below.each.begin(), below.each.end());
    m_runs.erase(m_runs.begin() + ptrdiff_t(run) + 1);
    return true;
}

/// Puts that run and those after it where the ones before them end.
void RowHeightIndex::place(size_t from)
{
    for (size_t run = from; run < m_runs.size(); ++run) {
        m_runs[run].first = run > 0 ? m_runs[run - 1].end() : 0;
        m_runs[run].top = run > 0 ? m_runs[run - 1].bottom() : 0;
    }
}

} // namespace tincan
