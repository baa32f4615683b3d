namespace IncidentBot.Slack.Calls;

/// <summary>Slack's error codes, each in exactly one class.</summary>
/// <remarks>Of every method that is called: https://docs.slack.dev/reference/methods, under "Errors".</remarks>
public static class ErrorCodes
{
    public static readonly IReadOnlySet<string> Later = Read("""
        accesslimited external_channel_migrating fatal_error fetch_members_failed file_update_failed internal_error
        list_record_comment_fetch_failed message_limit_exceeded org_login_required rate_limited ratelimited
        request_timeout service_unavailable streaming_state_conflict team_added_to_org too_many_requests update_failed
        """);

    /// <summary>The token is worth nothing, so that nothing works until it is mended.</summary>
    public static readonly IReadOnlySet<string> DeadToken = Read("""
        account_inactive invalid_auth not_authed team_access_not_granted token_expired token_revoked
        two_factor_setup_required
        """);

    public static readonly IReadOnlySet<string> Configuration = Read("""
        access_denied cannot_create_channel cannot_find_service canvas_disabled_file_team canvas_disabled_user_team
        canvas_globally_disabled ekm_access_denied enterprise_is_restricted file_type_not_allowed
        file_upload_size_restricted file_uploads_disabled file_uploads_except_images_disabled forbidden_team
        messages_tab_disabled metadata_must_be_sent_from_app missing_args missing_scope no_permission
        not_allowed_token_type not_authorized not_enabled permission_denied restricted_action
        restricted_action_non_threadable_channel restricted_action_read_only_channel
        restricted_action_thread_only_channel storage_limit_reached team_not_found user_is_bot
        """, DeadToken);

    public static readonly IReadOnlySet<string> DeadTarget = Read("""
        cannot_find_channel cannot_find_message cant_invite cant_update_message channel_is_limited_access
        channel_not_found edit_window_closed invalid_channel invalid_user_combination invitee_cant_see_channel
        is_archived is_inactive message_not_found no_external_invite_permission not_found not_in_channel not_visible
        org_user_not_in_team restricted_action_thread_locked thread_not_found ura_max_channels user_disabled
        user_is_restricted user_is_ultra_restricted user_not_found user_not_in_channel user_not_visible users_not_found
        """);

    public static readonly IReadOnlySet<string> Never = Read("""
        already_archived already_in_channel already_pinned alt_txt_too_large as_user_not_supported
        attachment_payload_limit_exceeded bad_timestamp block_mismatch blocked_file_type cannot_auth_user
        cannot_bookmark_from_external_org cannot_bookmark_restricted_sharing_enabled cannot_parse_attachment
        cannot_prompt cannot_reply_to_message cannot_unfurl_message cannot_unfurl_url cant_archive_general
        cant_archive_required cant_broadcast_message cant_invite_self channels_limit_exceeded deprecated_endpoint
        draft_already_deleted draft_already_sent draft_has_conflict draft_not_found duplicate_channel_not_found
        duplicate_external_id duplicate_message_not_found exchanged_trigger_id expired_trigger_id file_already_added
        file_deleted file_is_deleted file_not_found file_not_shared file_share_limit_reached hash_conflict
        insecure_request invalid_app_action_type invalid_arg_name invalid_arguments invalid_array_arg
        invalid_attachments invalid_blocks invalid_blocks_format invalid_bookmark_type invalid_charset
        invalid_child_type invalid_cursor invalid_emoji invalid_entity_id invalid_form_data invalid_json invalid_limit
        invalid_link invalid_metadata_filter_keys invalid_metadata_format invalid_metadata_schema invalid_name
        invalid_name_maxlength invalid_name_punctuation invalid_name_required invalid_name_specials invalid_parent_type
        invalid_post_type invalid_shortcut_type invalid_source invalid_trigger_id invalid_ts_latest invalid_ts_oldest
        invalid_types invalid_unfurl_id invalid_unfurls_format json_not_object limit_required markdown_text_conflict
        max_file_sharing_exceeded metadata_too_large method_deprecated method_not_supported_for_channel_type
        missing_argument missing_channel missing_charset missing_file_data missing_post_type missing_profile_id
        missing_source missing_ts missing_unfurl_id missing_unfurls msg_blocks_too_long msg_too_long name_taken
        no_channel no_dual_broadcast_content_update no_item_specified no_text no_user not_archived not_enough_users
        not_implemented not_pinnable not_supported parent_bookmark_disabled parent_with_link posting_to_channel_denied
        push_limit_reached slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked
        slack_connect_clip_sharing_blocked slack_connect_file_link_sharing_blocked
        slack_connect_file_upload_sharing_blocked slack_connect_lists_sharing_blocked snippet_too_large
        superfluous_charset template_not_visible too_long too_many_attachments too_many_bookmarks too_many_contact_cards
        too_many_members too_many_pins too_many_tabs too_many_users unable_to_share_files unknown_snippet_type
        unknown_subtype upgrade_required users_list_not_supplied view_too_large
        """);

    /// <remarks>A code that nobody foresaw is never: nothing is tried for ever.</remarks>
    public static Meaning Of(string code) =>
        Later.Contains(code) ? Meaning.Later
        : Configuration.Contains(code) ? Meaning.Configuration
        : DeadTarget.Contains(code) ? Meaning.DeadTarget
        : Meaning.Never;

    static HashSet<string> Read(string codes, IEnumerable<string>? more = null) =>
        [.. codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), .. more ?? []];
}
