-- Plans that are known whole and whose points are not numbered from 1 without a gap.
select plan.slug, count(*), max(point.number)
from plan join point on point.plan_id = plan.id
where plan.known = 'whole'
group by plan.slug
having max(point.number) <> count(*);
