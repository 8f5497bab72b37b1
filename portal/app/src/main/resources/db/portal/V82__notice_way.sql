-- What the applicant chose since about being notified electronically (デジタル手続法7条1項ただし書); what they said when handing in
-- stays in notice_consent. Each choice is a consignment of its own.
alter table submission add column electronic_notice boolean;

alter table consignment drop constraint consignment_kind_check;
alter table consignment add constraint consignment_kind_check
    check (kind in ('submitted', 'corrected', 'withdrawn', 'message', 'opened', 'downloaded', 'notice-electronic',
        'notice-paper'));
